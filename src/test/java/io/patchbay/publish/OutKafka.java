package io.patchbay.publish;

import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** The production route file, and nothing else, in a Camel of its own. */
public record OutKafka(Main main) implements AutoCloseable {
    public static OutKafka start(String brokers) {
        Main main = new Main();
        main.configure().setRoutesIncludePattern("file:routes/3-out-kafka.camel.yaml");
        main.configure().setCaseInsensitiveHeaders(false);
        main.addOverrideProperty("kafka.brokers", brokers);
        main.start();
        return new OutKafka(main);
    }

    public CamelContext camel() {
        return main.getCamelContext();
    }

    @Override
    public void close() {
        main.stop();
    }
}
