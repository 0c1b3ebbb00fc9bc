package io.patchbay.grid;

import java.util.ArrayDeque;
import java.util.Deque;

/** The cells of a subject that wait for a stage, and the last one that has reached it. */
final class Watermark {
    private final Deque<Cell> ahead = new ArrayDeque<>();
    private Cell reached;

    void append(Cell cell) {
        ahead.addLast(cell);
    }

    /** Moves to the last cell up to this number. Returns whether the mark moved. */
    boolean advance(long number) {
        boolean moved = false;
        while (!ahead.isEmpty() && ahead.peekFirst().number() <= number) {
            reached = ahead.pollFirst();
            moved = true;
        }
        return moved;
    }

    /** Null before the first cell. */
    Cell reached() {
        return reached;
    }

    boolean isEmpty() {
        return ahead.isEmpty();
    }
}
