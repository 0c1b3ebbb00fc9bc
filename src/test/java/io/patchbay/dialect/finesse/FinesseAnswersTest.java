package io.patchbay.dialect.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.testing.RunningGateway;
import io.patchbay.wire.HttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FinesseAnswersTest {
    private static final URI GATEWAY = RunningGateway.shared().http();

    @Test
    void a_failure_of_the_gateway_is_500_without_its_cause() {
        HttpResponse response = FinesseAnswers.failure(new CompletionException(new IllegalStateException("secret")));
        assertThat(response.status()).isEqualTo(500);
        assertThat(FinesseClient.text(response.body(), "ErrorType")).isEqualTo("Internal Server Error");
        assertThat(response.body()).doesNotContain("secret", "IllegalState");
    }

    @Test
    void a_state_that_is_not_known_in_time_is_503() {
        HttpResponse response = FinesseAnswers.failure(new TimeoutException());
        assertThat(response.status()).isEqualTo(503);
        assertThat(FinesseClient.text(response.body(), "ErrorType")).isEqualTo("Service Unavailable");
    }

    @Test
    void an_object_is_xml() {
        HttpResponse response = FinesseAnswers.object(Element.of("User", Element.of("name", "<&>")));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("<User><name>&lt;&amp;&gt;</name></User>");
        assertThat(FinesseAnswers.accepted().body()).isEmpty();
    }

    @Test
    void errors_of_the_port_are_xml_too() {
        FinesseClient ana = new FinesseClient(GATEWAY, "ana");
        assertThat(ana.send("DELETE", "/User/ana", "").statusCode()).isEqualTo(405);
        assertThat(FinesseClient.text(ana.send("DELETE", "/User/ana", "").body(), "ErrorType")).isEqualTo("Invalid Input");
        assertThat(FinesseClient.text(ana.send("PUT", "/User/ana", "x".repeat(70_000)).body(), "ErrorType")).isEqualTo("Invalid Input");
        var wrong = ana.send("PUT", "/User/ana", new byte[] {'<', (byte) 0xc3, '/', '>'}, FinesseClient.basic("ana", "ana"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(FinesseClient.text(wrong.body(), "ErrorType")).isEqualTo("Invalid Input");
        var overlong = ana.send("PUT", "/User/ana", "<User>\u00c0\u0080</User>".getBytes(StandardCharsets.ISO_8859_1),
                FinesseClient.basic("ana", "ana"));
        assertThat(overlong.statusCode()).isEqualTo(400);
    }
}
