package io.patchbay.golden;

/** The transcripts with Finesse clients; Harmony clients beside them come over WebSocket. */
class FinesseGoldenTest extends GoldenTest {
    FinesseGoldenTest() {
        super(Library.finesse(), GoldenDoor.WEBSOCKET);
    }
}
