package io.patchbay.golden;

/** The transcripts with Acqueon clients; Harmony clients beside them come over WebSocket. */
class AcqueonGoldenTest extends GoldenTest {
    AcqueonGoldenTest() {
        super(Library.acqueon(), GoldenDoor.WEBSOCKET);
    }
}
