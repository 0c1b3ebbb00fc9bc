package io.patchbay.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.CamelContextTracker;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Notes which steps of routes run in the tests of this JVM, whatever starts them, for {@link RouteCoverageIT}. JUnit finds it itself. */
public final class StepsRun implements BeforeAllCallback {
    static final Path FILE = Path.of("target", "steps-run.txt");

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Notes.class);
    }

    /** Lives as long as all tests together. */
    static final class Notes implements AutoCloseable {
        private final Set<String> ids = ConcurrentHashMap.newKeySet();
        private final CamelContextTracker contexts = new CamelContextTracker() {
            @Override
            public void contextCreated(CamelContext context) {
                context.getCamelContextExtension().addInterceptStrategy((camel, step, target, next) -> noting(step, target));
            }
        };

        Notes() {
            contexts.open();
        }

        private Processor noting(NamedNode step, Processor target) {
            return new DelegateAsyncProcessor(target) {
                @Override
                public boolean process(Exchange exchange, AsyncCallback callback) {
                    ids.add(String.valueOf(step.getId()));
                    return super.process(exchange, callback);
                }
            };
        }

        /** Where no route ran at all, what another JVM noted stays. */
        @Override
        public void close() throws IOException {
            contexts.close();
            if (!ids.isEmpty()) {
                Files.write(FILE, new TreeSet<>(ids));
            }
        }
    }
}
