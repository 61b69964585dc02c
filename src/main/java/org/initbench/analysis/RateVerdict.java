package org.initbench.analysis;

/** Whether the best scale of an initializer depends on the learning rate. */
public enum RateVerdict {
    /** At two of the rates the sets of scales that are as good as the best, to within a quarter, have no scale in common. */
    DEPENDS,
    /** These sets of any two rates have a scale in common: no dependence was shown. */
    OVERLAPS,
    /** There are not two rates at which a scale may be called best. */
    OPEN
}
