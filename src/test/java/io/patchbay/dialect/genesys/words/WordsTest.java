package io.patchbay.dialect.genesys.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.dialect.genesys.Story;
import io.patchbay.model.Address;
import io.patchbay.model.Medium;
import io.patchbay.model.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, codes and values that requests and notifications share. */
class WordsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\":\"text\"}|{\"a\":\"text\"}", "{\"a\":{\"b\":[1,null,true]}}|{\"a\":{\"b\":[1,null,true]}}", "{\"a\":[]}|{\"a\":[]}",
        "{\"a\":7.50}|{\"a\":\"7.5\"}", "{\"a\":true}|{\"a\":\"true\"}", "{\"a\":null}|{\"a\":\"\"}", "{}|{}",
        "{\"b\":\"1\",\"a\":\"2\"}|{\"b\":\"1\",\"a\":\"2\"}", "{\"a\":\"{\"}|{\"a\":\"{\"}", "{\"a\":\"[1] or\"}|{\"a\":\"[1] or\"}",
        "{\"a\":\"{} {}\"}|{\"a\":\"{} {}\"}",
    })
    void user_data_is_shown_as_it_was_sent(String sent, String shown) throws JsonProcessingException {
        JsonNode data = JSON.readTree(sent);
        assertThat(UserData.write(UserData.read(data))).hasToString(shown);
    }

    @Test
    void user_data_of_others_is_text() {
        assertThat(UserData.write(Map.of("k", "plain"))).hasToString("{\"k\":\"plain\"}");
    }

    @ParameterizedTest
    @EnumSource(UserState.class)
    void the_operation_of_a_state_leads_to_it(UserState state) {
        assertThat(UserState.of(state.operation())).contains(state);
        assertThat(state.presence().isPresent()).isEqualTo(state != UserState.OFFLINE);
    }

    @Test
    void the_ids_of_states_are_constants_of_the_product() {
        assertThat(Stream.of(UserState.values()).map(UserState::id)).containsExactly("9430250E-0A1B-421F-B372-F29E69366DED",
                "900D55CC-2BB0-431F-8BF9-D3525B383BE6", "D3663509-3D82-4DD3-A82E-2EA8EFA02AEF", "2B36138D-C564-4562-A8CB-3C32D564F296",
                "0F7F5003-EF26-4D13-A6Ef-D0C7EC819BEB");
        assertThat(UserState.of("ready")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Medium.class)
    void every_medium_has_a_channel_name(Medium medium) {
        assertThat(ChannelName.of(ChannelName.of(medium).text()).map(ChannelName::medium)).contains(medium);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_of_the_rules_has_a_status_that_is_no_success(Reason reason) {
        assertThat(GenesysStatus.of(reason).code()).isPositive();
        assertThat(GenesysStatus.of(reason).http()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"400,1", "403,3", "404,6", "405,6", "413,10", "414,1", "429,3", "500,4", "502,4", "503,4"})
    void every_error_of_the_port_has_a_code(int http, int code) {
        assertThat(GenesysStatus.ofHttp(http).code()).isEqualTo(code);
    }

    @Test
    void a_device_is_found_by_its_id_and_by_its_extension_and_only_by_its_agent() {
        Address own = Story.address(Story.ANA);
        assertThat(List.of(own.value(), GenesysIds.device(own))).allSatisfy(text -> {
            assertThat(GenesysIds.extension(Story.entry(Story.ANA), text)).contains(own);
            assertThat(GenesysIds.extension(Story.entry(Story.BEN), text)).isEmpty();
        });
    }
}
