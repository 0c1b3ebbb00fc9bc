package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    @Test void the_scheme_is_matched_without_case_and_the_token_as_it_is() {
        assertThat(BearerToken.parse("bEaReR  eve~crm~aB_-1")).map(BearerToken::value).hasValue("eve~crm~aB_-1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer a b", "Bearer a\u00e4", "Bearer a:b", "Basic ZXZlOmV2ZQ==", "eve~crm~x"})
    void what_is_no_token_gives_none(String header) {
        assertThat(BearerToken.parse(header)).isEmpty();
    }

    @Test void printing_one_shows_nothing_of_it() {
        assertThat(BearerToken.parse("Bearer eve~crm~aB_-1").orElseThrow().toString()).isEqualTo("BearerToken[***]");
    }
}
