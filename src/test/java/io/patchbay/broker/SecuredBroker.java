package io.patchbay.broker;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.awaitility.Awaitility.await;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.testing.Certificates;
import io.patchbay.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;

/**
 * The broker of the tests as an operator secures one: a port with SASL_SSL, one with mutual TLS, and access lists. A third port is open,
 * for the administrator. Users have their name, backwards, as their password.
 */
public final class SecuredBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String MODULE = "org.apache.kafka.common.security.";
    private static final List<String> USERS = List.of("gateway", "reader", "stranger");

    private final Path directory;
    private final int sasl = Ports.free();
    private final int mutual = Ports.free();
    private final Certificates certificates;
    private final TokenIssuer tokens;
    private final DataDirectory data;
    private final String open;
    private final KafkaRaftServer server;

    private SecuredBroker(Path directory) throws IOException {
        this.directory = directory;
        this.certificates = new Certificates(directory);
        this.tokens = TokenIssuer.start(directory.resolve("keys.json"));
        Path own = certificates.pair("broker");
        certificates.pair("gateway");
        BrokerSettings settings = new BrokerSettings(Files.createDirectory(directory.resolve("data")), HOST, 0);
        io.patchbay.broker.Ports ports = io.patchbay.broker.Ports.probe(HOST, 0);
        Map<String, String> properties = new HashMap<>(BrokerProperties.of(settings, ports, Duration.ofSeconds(30)));
        secure(properties, own, certificates.trusting("gateway"));
        this.data = DataDirectory.open(settings.directory());
        this.open = BrokerProperties.address(HOST, ports.broker());
        data.format(BrokerProperties.NODE, BrokerProperties.CONTROLLER);
        this.server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        Readiness.await(KafkaClients.plain(open), Duration.ofSeconds(60));
        users();
    }

    public static SecuredBroker start() {
        try {
            return new SecuredBroker(Files.createTempDirectory("patchbay-secured"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void secure(Map<String, String> all, Path own, Path trusted) {
        String more = ",SASL_SSL://" + HOST + ":" + sasl + ",SSL://" + HOST + ":" + mutual;
        all.merge("listeners", more, String::concat);
        all.merge("advertised.listeners", more, String::concat);
        all.merge("listener.security.protocol.map", ",SASL_SSL:SASL_SSL,SSL:SSL", String::concat);
        all.putAll(Map.of("ssl.keystore.location", own.toString(), "ssl.keystore.type", "PKCS12", "ssl.keystore.password",
                Certificates.PASSWORD, "ssl.truststore.location", trusted.toString(), "ssl.truststore.type", "PKCS12",
                "ssl.truststore.password", Certificates.PASSWORD, "listener.name.ssl.ssl.client.auth", "required",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer", "super.users", "User:ANONYMOUS"));
        all.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER");
        String way = "listener.name.sasl_ssl.";
        all.put(way + "plain.sasl.jaas.config", MODULE + "plain.PlainLoginModule required user_gateway=\"" + password("gateway") + "\";");
        all.put(way + "scram-sha-256.sasl.jaas.config", MODULE + "scram.ScramLoginModule required;");
        all.put(way + "scram-sha-512.sasl.jaas.config", MODULE + "scram.ScramLoginModule required;");
        all.put(way + "oauthbearer.sasl.jaas.config", MODULE + "oauthbearer.OAuthBearerLoginModule required;");
        all.put(way + "oauthbearer.sasl.server.callback.handler.class", MODULE + "oauthbearer.OAuthBearerValidatorCallbackHandler");
        all.put(way + "oauthbearer.sasl.oauthbearer.expected.audience", TokenIssuer.AUDIENCE);
        all.put(way + "oauthbearer.sasl.oauthbearer.expected.issuer", TokenIssuer.ISSUER);
        all.put(way + "oauthbearer.sasl.oauthbearer.jwks.endpoint.url", tokens.keys().toString());
    }

    private void users() {
        try (Admin admin = admin()) {
            for (ScramMechanism mechanism : List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
                admin.alterUserScramCredentials(USERS.stream().<UserScramCredentialAlteration>map(user -> new UserScramCredentialUpsertion(
                        user, new ScramCredentialInfo(mechanism, 4096), password(user))).toList()).all().get();
            }
            for (String user : List.of("gateway", "CN=gateway")) {
                allow(admin, user, ResourceType.TOPIC, "cti.", CREATE, DESCRIBE, DESCRIBE_CONFIGS, READ, WRITE);
                allow(admin, user, ResourceType.GROUP, "patchbay-commands-", READ);
                allow(admin, user, ResourceType.TRANSACTIONAL_ID, "patchbay-commands-", DESCRIBE, WRITE);
            }
            allow(admin, "reader", ResourceType.TOPIC, "cti.", DESCRIBE, READ);
            await().until(() -> admin.describeUserScramCredentials().all().get().size() == USERS.size()
                    && admin.describeAcls(AclBindingFilter.ANY).values().get().size() == 18);
        } catch (Exception e) {
            throw new IllegalStateException("no users", e);
        }
    }

    private static void allow(Admin admin, String user, ResourceType kind, String prefix, AclOperation... operations) throws Exception {
        admin.createAcls(Arrays.stream(operations).map(operation -> new AclBinding(new ResourcePattern(kind, prefix, PatternType.PREFIXED),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW))).toList()).all().get();
    }

    public Admin admin() {
        return KafkaClients.plain(open).admin(Map.of());
    }

    public static String password(String user) {
        return new StringBuilder(user).reverse().toString();
    }

    /** Where nobody needs a user and everybody may do everything. */
    public String open() {
        return open;
    }

    /** Where users say who they are. */
    public String sasl() {
        return BrokerProperties.address(HOST, sasl);
    }

    /** Where certificates say who one is. */
    public String mutual() {
        return BrokerProperties.address(HOST, mutual);
    }

    public TokenIssuer tokens() {
        return tokens;
    }

    public Certificates certificates() {
        return certificates;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        data.close();
        tokens.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
