package org.initbench.training;

import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * What the OpenBLAS that ND4J has loaded tells of itself. It chooses its kernels when it is loaded, by the processor or by the
 * environment, and no header that JavaCPP wraps has a function that tells which.
 */
final class OpenBlas {
    /** {@code RTLD_LAZY} alone: the library was loaded before, and its names do not become global ones. */
    private static final int LAZY = 1;

    private final @Nullable NativeLibrary library;

    private OpenBlas(@Nullable NativeLibrary library) {
        this.library = library;
    }

    /** The library that is loaded; one that tells nothing where another BLAS is, or where it cannot be asked. */
    static OpenBlas loaded() {
        try {
            return new OpenBlas(file().map(OpenBlas::open).orElse(null));
        } catch (LinkageError e) {
            return new OpenBlas(null);
        }
    }

    private static Optional<Path> file() {
        return Loader.getLoadedLibraries().values().stream()
                .map(Path::of)
                .filter(file -> String.valueOf(file.getFileName()).matches("(lib)?openblas.*"))
                .findFirst();
    }

    private static NativeLibrary open(Path file) {
        Map<String, Object> options = Platform.isWindows() ? Map.of() : Map.of(Library.OPTION_OPEN_FLAGS, LAZY);
        return NativeLibrary.getInstance(file.toString(), options);
    }

    /** The processor whose kernels compute, such as {@code Haswell}; empty where it cannot be asked. */
    Optional<String> coreType() {
        return text("openblas_get_corename");
    }

    /** Version and options that it was built with; empty where it cannot be asked. */
    Optional<String> configuration() {
        return text("openblas_get_config");
    }

    /** Threads of an operation; empty where it cannot be asked. */
    OptionalInt threads() {
        NativeLibrary asked = library;
        if (asked == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(asked.getFunction("openblas_get_num_threads").invokeInt(new Object[0]));
        } catch (LinkageError e) {
            return OptionalInt.empty();
        }
    }

    private Optional<String> text(String function) {
        NativeLibrary asked = library;
        if (asked == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(asked.getFunction(function).invokeString(new Object[0], false))
                    .map(String::strip);
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }
}
