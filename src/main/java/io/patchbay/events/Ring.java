package io.patchbay.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The latest notices, bounded in number and size, with the first and the next place of every partition. Not thread-safe. */
final class Ring {
    private static final int MOST = 10_000;
    private static final long MOST_CHARACTERS = 16L * 1024 * 1024;

    private final Deque<Notice> notices = new ArrayDeque<>();
    private long[] begin;
    private long[] end;
    private long characters;

    /** @param from the places of the first notices */
    Ring(long[] from) {
        begin = from.clone();
        end = from.clone();
    }

    /** @param from the places of the first notices of more partitions, after those that the ring has */
    void grow(long[] from) {
        int before = begin.length;
        begin = Arrays.copyOf(begin, from.length);
        end = Arrays.copyOf(end, from.length);
        System.arraycopy(from, before, begin, before, from.length - before);
        System.arraycopy(from, before, end, before, from.length - before);
    }

    void add(Notice notice) {
        notices.add(notice);
        end[notice.place()] = notice.offset() + 1;
        characters += notice.json().length();
        while (notices.size() > MOST || characters > MOST_CHARACTERS) {
            Notice oldest = notices.remove();
            begin[oldest.place()] = oldest.offset() + 1;
            characters -= oldest.json().length();
        }
    }

    /** Whether the ring holds all existing notices after these places. */
    boolean reachesBackTo(long[] next) {
        for (int i = 0; i < begin.length; i++) {
            if (next[i] < begin[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first {@code most} notices after these places, in order. */
    List<Notice> after(long[] next, int most) {
        List<Notice> found = new ArrayList<>();
        for (Notice notice : notices) {
            if (found.size() == most) {
                break;
            }
            if (notice.offset() >= next[notice.place()]) {
                found.add(notice);
            }
        }
        return found;
    }

    /** The places of the next notices. */
    long[] end() {
        return end.clone();
    }

    /** Whether these places were read already. */
    boolean hasRead(long[] next) {
        for (int i = 0; i < end.length; i++) {
            if (next[i] > end[i]) {
                return false;
            }
        }
        return true;
    }
}
