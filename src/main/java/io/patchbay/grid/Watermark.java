package io.patchbay.grid;

import java.util.ArrayDeque;
import java.util.Deque;

/** The cells a subject went through and how far they count; keeps only those still ahead, and the last one behind. */
final class Watermark {
    private final Deque<Cell> ahead = new ArrayDeque<>();
    private Cell reached;

    void append(Cell cell) {
        ahead.addLast(cell);
    }

    /** Moves to the last cell numbered at or below; tells whether there was one to move to. */
    boolean advance(long number) {
        boolean moved = false;
        while (!ahead.isEmpty() && ahead.peekFirst().number() <= number) {
            reached = ahead.pollFirst();
            moved = true;
        }
        return moved;
    }

    /** Null before the first. */
    Cell reached() {
        return reached;
    }

    boolean isEmpty() {
        return ahead.isEmpty();
    }
}
