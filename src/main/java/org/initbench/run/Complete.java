package org.initbench.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds values that a file left out: every component of a record is required unless it is marked nullable. */
final class Complete {
    private Complete() {}

    /** The path of the first component that is missing, such as {@code tasks[2].name}; null if none is. */
    static @Nullable String firstMissing(Record value) {
        return firstMissing(value, "");
    }

    private static @Nullable String firstMissing(Object value, String path) {
        if (value instanceof Record record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                String name = path + (path.isEmpty() ? "" : ".") + snakeCase(component.getName());
                Object content = content(record, component);
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                String missing = content == null ? (nullable ? null : name) : firstMissing(content, name);
                if (missing != null) {
                    return missing;
                }
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                String missing = firstMissing(list.get(i), path + "[" + i + "]");
                if (missing != null) {
                    return missing;
                }
            }
        }
        return null;
    }

    private static @Nullable Object content(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the accessors of public records can be called", e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
