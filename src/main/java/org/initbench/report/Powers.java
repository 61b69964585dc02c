package org.initbench.report;

import java.util.regex.Pattern;

/** Powers of ten in prose: sentences write {@code 10^-1.5}, renderings that can raise the exponent. */
public final class Powers {
    private static final Pattern POWER = Pattern.compile("\\b10\\^(-?\\d+(?:\\.\\d+)?)");

    private Powers() {}

    /** Text as HTML: nothing in it is markup but the raised exponents. */
    public static String html(String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return raised(escaped, "\u2212");
    }

    /** Markdown, already escaped, with exponents raised by the HTML that Markdown allows. */
    static String markdown(String escaped) {
        return raised(escaped, "-");
    }

    private static String raised(String text, String minus) {
        return POWER.matcher(text)
                .replaceAll(found -> "10<sup>" + found.group(1).replace("-", minus) + "</sup>");
    }
}
