package io.patchbay.golden;

import io.patchbay.testing.TryCount;

/**
 * The transcripts of Harmony at one of its doors. They take the doors in turn, so that each is played once and its neighbours, which are
 * much like it, at the other doors. With {@code -Dtries=3}, and with a choice of transcripts, each is played at all of them.
 */
abstract class HarmonyGoldenTest extends GoldenTest {
    private static final int TIMES = ONLY.isEmpty() ? TryCount.of(1) : GoldenDoor.values().length;
    private final GoldenDoor door;

    HarmonyGoldenTest(GoldenDoor door) {
        super(Library.harmony(), door);
        this.door = door;
    }

    @Override
    boolean isPlayed(Transcript transcript, int place) {
        return door.isInTurn(transcript, place, TIMES);
    }
}
