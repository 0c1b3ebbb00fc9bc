package io.patchbay.golden;

class GenesysCoverageTest extends CoverageTest {
    GenesysCoverageTest() {
        super(Library.genesys(), "(genesys\\.md (2|2\\.3|3\\.[1-5]|4\\.[1-6]|5|6\\.[1-3]|7\\.[2-4])|CHOREOGRAPHY (C|D1|D2|D3)) .*");
    }
}
