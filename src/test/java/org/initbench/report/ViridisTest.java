package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViridisTest {
    /** 4.5 : 1 is what WCAG 2 asks of small text. */
    @Test
    void numbersAreLegibleOnEveryColour() {
        for (int i = 0; i <= 1000; i++) {
            double background = luminance(Viridis.colour(i / 1000.0));
            double ink = Viridis.ink(i / 1000.0).equals("#000") ? 0 : 1;
            double contrast = (Math.max(background, ink) + 0.05) / (Math.min(background, ink) + 0.05);
            assertThat(contrast).as("at %d / 1000", i).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void growsLighterAllTheWaySoThatOrderSurvivesWithoutColour() {
        double last = -1;
        for (int i = 0; i <= 100; i++) {
            double luminance = luminance(Viridis.colour(i / 100.0));
            assertThat(luminance).isGreaterThanOrEqualTo(last);
            last = luminance;
        }
    }

    private static double luminance(String colour) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
