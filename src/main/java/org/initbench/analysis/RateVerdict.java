package org.initbench.analysis;

/** Whether the best scale of an initializer depends on the learning rate. */
public enum RateVerdict {
    /** At two of the rates the sets of scales not shown to be worse than the best by more than a quarter have no scale in common. */
    DEPENDS,
    /** These sets of any two rates have a scale in common: no dependence was shown. */
    OVERLAPS,
    /** There are not two rates at which a scale may be called best. */
    OPEN
}
