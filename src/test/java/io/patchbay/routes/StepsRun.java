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
    /** One file for each JVM that tests were spread over. */
    static final Path FOLDER = Path.of("target", "steps-run");
    private static final Set<String> IDS = ConcurrentHashMap.newKeySet();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Notes.class);
    }

    /** Lives as long as the tests that JUnit runs together, which may be those of one class. */
    static final class Notes implements AutoCloseable {
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
                    IDS.add(String.valueOf(step.getId()));
                    return super.process(exchange, callback);
                }
            };
        }

        /** Where no route ran at all, what another JVM noted stays. */
        @Override
        public void close() throws IOException {
            contexts.close();
            if (!IDS.isEmpty()) {
                Files.createDirectories(FOLDER);
                Files.write(FOLDER.resolve(System.getProperty("fork", "1") + ".txt"), new TreeSet<>(IDS));
            }
        }
    }
}
