/**
 * What mean-field theory says of a start: how large signals and derivatives are in each layer of a wide network with random
 * weights (Poole et al. 2016; Schoenholz et al. 2017; He et al. 2015).
 *
 * <p>Pre-activations of a wide layer are normal with mean 0, so that one number a sample and layer, their mean square q, says all
 * of a layer; Gaussian integrals, by quadrature, lead from layer to layer. It predicts from a task as data and an initializer
 * alone: no network is drawn, none is run.
 */
@NullMarked
package org.initbench.theory;

import org.jspecify.annotations.NullMarked;
