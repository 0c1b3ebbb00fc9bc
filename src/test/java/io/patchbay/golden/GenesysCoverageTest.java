package io.patchbay.golden;

class GenesysCoverageTest extends CoverageTest {
    GenesysCoverageTest() {
        super(Library.genesys(), "(genesys\\.md (2|3\\.[1-5]|7\\.[2-4])|CHOREOGRAPHY C) .*");
    }
}
