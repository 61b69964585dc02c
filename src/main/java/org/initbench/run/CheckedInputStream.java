package org.initbench.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes through, remembers the last one, and refuses to deliver more than a limit. */
final class CheckedInputStream extends FilterInputStream {
    private final String where;
    private final long limit;
    private long count;
    private int last = -1;

    CheckedInputStream(InputStream in, String where, long limit) {
        super(in);
        this.where = where;
        this.limit = limit;
    }

    /** The last byte read, 0 to 255; -1 if there was none. */
    int last() {
        return last;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            last = b;
            advance(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            last = buffer[offset + n - 1] & 0xff;
            advance(n);
        }
        return n;
    }

    private void advance(int n) throws IOException {
        count += n;
        if (count > limit) {
            throw new IOException(where + " holds more than " + limit + " bytes");
        }
    }
}
