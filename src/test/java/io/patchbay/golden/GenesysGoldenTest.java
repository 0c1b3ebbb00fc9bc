package io.patchbay.golden;

/** The transcripts with Genesys clients; Harmony clients beside them come over WebSocket. */
class GenesysGoldenTest extends GoldenTest {
    GenesysGoldenTest() {
        super(Library.genesys(), GoldenDoor.WEBSOCKET);
    }
}
