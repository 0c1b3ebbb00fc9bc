package io.patchbay.broker;

import static io.patchbay.broker.UnusableBroker.Setting.DIRECTORY;

import io.patchbay.kafka.KafkaClients;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real Kafka server, broker and controller in one, inside this process. It keeps acknowledged records after a kill of the process,
 * but not after a loss of power, because Kafka leaves writing to the operating system. It has started when it answers and every
 * partition has a leader. {@code kafka.server} is not a public API of Kafka, so only this class uses it.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;
    private static final Duration SESSION = Duration.ofSeconds(30);
    private static final Duration SESSION_AFTER_KILL = Duration.ofSeconds(1);

    private final String bootstrap;
    private final DataDirectory directory;
    private final KafkaRaftServer server;
    private boolean closed;

    private EmbeddedBroker(String bootstrap, DataDirectory directory, KafkaRaftServer server) {
        this.bootstrap = bootstrap;
        this.directory = directory;
        this.server = server;
    }

    /** Blocks some seconds until the broker answers. Throws {@link UnusableBroker} with the remedy, and then holds nothing. */
    public static EmbeddedBroker start(BrokerSettings settings) {
        return start(settings, () -> Ports.probe(settings.host(), settings.port()));
    }

    /**
     * After a kill the broker starts once with a short session, which ends the registration of the killed one, and then as always.
     *
     * @param probe finds the ports, again for each attempt
     */
    static EmbeddedBroker start(BrokerSettings settings, Supplier<Ports> probe) {
        DataDirectory directory = DataDirectory.open(settings.directory());
        try {
            if (directory.isOfKilledBroker()) {
                started(settings, directory, probe, SESSION_AFTER_KILL, ATTEMPTS).answering().stop();
            }
            directory.format(BrokerProperties.NODE, BrokerProperties.CONTROLLER);
            EmbeddedBroker broker = started(settings, directory, probe, SESSION, ATTEMPTS).answering();
            LOG.atInfo().addKeyValue("address", broker.bootstrap).log("embedded broker is ready");
            return broker;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** A free port may be taken by another process before Kafka opens it. Then other ports are tried. */
    private static EmbeddedBroker started(BrokerSettings settings, DataDirectory directory, Supplier<Ports> probe,
                                          Duration session, int attempts) {
        Ports ports = probe.get();
        try {
            return new EmbeddedBroker(BrokerProperties.address(settings.advertised(), ports.broker()), directory,
                    started(BrokerProperties.of(settings, ports, session), settings));
        } catch (UnusableBroker e) {
            if (attempts == 1 || !ports.areTaken(settings.host())) {
                throw e;
            }
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("a port of the broker was taken meanwhile; trying others");
            return started(settings, directory, probe, session, attempts - 1);
        }
    }

    private static KafkaRaftServer started(Map<String, String> properties, BrokerSettings settings) {
        KafkaRaftServer server = null;
        FatalFaults.areThrown();
        try {
            server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
            server.startup();
            return server;
        } catch (Exception e) {
            stop(server);
            throw new UnusableBroker(DIRECTORY, "The embedded broker did not start (" + e.getMessage() + "). If its directory "
                    + settings.directory() + " is damaged, name another or restore it.", e);
        } finally {
            FatalFaults.endTheProcess();
        }
    }

    private EmbeddedBroker answering() {
        try {
            Readiness.await(KafkaClients.plain(bootstrap), PATIENCE);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        return this;
    }

    /** {@code host:port} for clients. */
    public String bootstrap() {
        return bootstrap;
    }

    /** A clean stop: all data is flushed, so the next start need not check for damage. A second call has no effect. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop();
            directory.close();
        }
    }

    private void stop() {
        stop(server);
    }

    private static void stop(KafkaRaftServer server) {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
