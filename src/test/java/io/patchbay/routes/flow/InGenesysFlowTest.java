package io.patchbay.routes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.grid.NamedRequests;
import io.patchbay.grid.SessionTokens;
import java.lang.reflect.Constructor;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code 1-in-genesys.camel.yaml}. */
class InGenesysFlowTest extends RouteFileTest {
    InGenesysFlowTest() {
        super("1-in-genesys", "9-policies");
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        super.bindToRegistry(registry);
        registry.bind("sessionTokens", unused(SessionTokens.class, null, Clock.systemUTC()));
        registry.bind("namedRequests", unused(NamedRequests.class, (Object) null));
    }

    /** Of no grid: no step here calls it. */
    private static <T> T unused(Class<T> type, Object... arguments) {
        try {
            Constructor<?> only = type.getDeclaredConstructors()[0];
            only.setAccessible(true);
            return type.cast(only.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_request_is_decoded_dispatched_and_answered() throws Exception {
        assertThat(send("in-genesys", "request").getException()).isNull();
        assertThat(steps.run()).containsExactly("genesys.decode", "direct:dispatch", "genesys.reply");
    }

    @Test
    void the_beginning_and_end_of_a_session_are_served() throws Exception {
        assertThat(send("in-genesys-notifications", "event").getException()).isNull();
        assertThat(steps.run()).containsExactly("genesysNotifications.serve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"genesys.decode", "direct:dispatch", "genesys.reply"})
    void a_failure_ends_its_exchange_and_goes_no_further(String step) throws Exception {
        steps.fail(step);
        Exchange ended = send("in-genesys", "request");
        assertThat(ended.getException()).isNull();
        assertThat(ended.getExchangeExtension().isFailureHandled()).isTrue();
        assertThat(steps.run()).endsWith(step);
    }
}
