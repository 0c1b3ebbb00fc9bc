package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake in the keys of Kafka's security is found before anything starts, and no message has a secret. */
class KafkaSecurityTest {
    private static final String[] SASL = {"kafka.brokers=k:9092", "kafka.security.protocol=SASL_SSL"};
    private static final String[] TLS = {"kafka.brokers=k:9092", "kafka.security.protocol=SSL"};
    @TempDir
    private static Path store;
    private static Certificates certificates;

    private Temporary temporary;

    @BeforeEach
    void files(@TempDir Path directory) {
        temporary = new Temporary(directory);
    }

    @BeforeAll
    static void pair() {
        certificates = new Certificates(store);
        certificates.pair("gateway");
    }

    @Test
    void without_keys_there_is_no_security() {
        assertThat(settings("kafka.brokers=k:9092")).isEmpty();
    }

    @Test
    void a_user_with_a_password_becomes_a_login_module() {
        Map<String, String> environment = Map.of("KAFKA_SECURITY_SASL_PASSWORD", "a\"b");
        assertThat(settings(environment, with(SASL, "kafka.security.sasl.username=gw"))).isEqualTo(Map.of(
                "security.protocol", "SASL_SSL", "sasl.mechanism", "SCRAM-SHA-512", "ssl.endpoint.identification.algorithm", "https",
                "sasl.jaas.config", new Password("org.apache.kafka.common.security.scram.ScramLoginModule required username=\"gw\""
                        + " password=\"a\\\"b\";")));
    }

    @Test
    void a_login_module_may_be_given_itself() {
        String module = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"gw\" password=\"geheim\";";
        assertThat(settings(with(SASL, "kafka.security.sasl.mechanism=PLAIN", "kafka.security.sasl.jaas.config=" + module)))
                .containsEntry("sasl.mechanism", "PLAIN").containsEntry("sasl.jaas.config", new Password(module));
    }

    @Test
    void tokens_come_from_an_address() {
        assertThat(settings(with(SASL, "kafka.security.sasl.mechanism=OAUTHBEARER",
                "kafka.security.sasl.oauthbearer.token.endpoint.url=https://id/token", "kafka.security.sasl.oauthbearer.client.id=gw",
                "kafka.security.sasl.oauthbearer.client.secret=geheim", "kafka.security.sasl.oauthbearer.scope=kafka")))
                .containsEntry("sasl.oauthbearer.token.endpoint.url", "https://id/token")
                .containsEntry("sasl.oauthbearer.client.credentials.client.id", "gw")
                .containsEntry("sasl.oauthbearer.client.credentials.client.secret", new Password("geheim"))
                .containsEntry("sasl.oauthbearer.scope", "kafka").containsKeys("sasl.login.callback.handler.class", "sasl.jaas.config");
    }

    @Test
    void a_store_has_its_form_from_its_name() throws Exception {
        assertThat(settings(with(TLS, "kafka.security.ssl.truststore.location=" + certificates.pem("gateway"),
                "kafka.security.ssl.keystore.location=" + store.resolve("gateway.p12"),
                "kafka.security.ssl.keystore.password=" + Certificates.PASSWORD,
                "kafka.security.ssl.endpoint.identification.algorithm=")))
                .containsEntry("ssl.truststore.type", "PEM").containsEntry("ssl.keystore.type", "PKCS12")
                .containsEntry("ssl.keystore.password", new Password(Certificates.PASSWORD))
                .containsEntry("ssl.endpoint.identification.algorithm", "");
        assertThat(settings(with(TLS, "kafka.security.ssl.keystore.location=" + pemPair()))).containsEntry("ssl.keystore.type", "PEM");
    }

    private static Path pemPair() throws IOException, GeneralSecurityException {
        KeyStore pair = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store.resolve("gateway.p12"))) {
            pair.load(in, Certificates.PASSWORD.toCharArray());
        }
        String key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getKey("gateway", Certificates.PASSWORD.toCharArray()).getEncoded());
        return Files.writeString(store.resolve("pair.pem"), "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n"
                + Files.readString(certificates.pem("gateway")));
    }

    @Test
    void the_broker_in_this_process_has_no_security() {
        assertThat(problems("kafka.security.protocol=SSL")).containsExactly("gateway.properties:1: kafka.security.protocol is \"SSL\" but "
                + "must be PLAINTEXT: the broker in this process has no security. Name other brokers in kafka.brokers");
    }

    @Test
    void words_are_those_of_kafka() {
        assertThat(problems("kafka.security.protocol=TLS", "kafka.security.sasl.mechanism=GSSAPI",
                "kafka.security.ssl.endpoint.identification.algorithm=no")).hasSize(3)
                .anyMatch(each -> each.endsWith("must be PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL"))
                .anyMatch(each -> each.endsWith("must be PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER"));
    }

    @Test
    void a_protocol_needs_its_credentials() {
        assertThat(problems(SASL)).containsExactly("gateway.properties (default): kafka.security.sasl.password must be set for "
                + "kafka.security.sasl.mechanism=SCRAM-SHA-512. Set the environment variable KAFKA_SECURITY_SASL_PASSWORD, or "
                + "${file:/path} with the path of a file that holds it. Or set kafka.security.sasl.jaas.config",
                "gateway.properties (default): kafka.security.sasl.username is \"\" but must be set for "
                        + "kafka.security.sasl.mechanism=SCRAM-SHA-512. Or set kafka.security.sasl.jaas.config");
        assertThat(problems(with(SASL, "kafka.security.sasl.mechanism=OAUTHBEARER"))).hasSize(3)
                .allMatch(each -> each.contains("must be set for kafka.security.sasl.mechanism=OAUTHBEARER"));
    }

    @Test
    void credentials_need_a_protocol_that_uses_them() {
        assertThat(problems("kafka.brokers=k:9092", "kafka.security.sasl.username=gw", "kafka.security.sasl.password=geheim",
                "kafka.security.ssl.truststore.location=x.pem", "kafka.security.ssl.key.password=geheim")).containsExactly(
                "gateway.properties:3: kafka.security.sasl.password has no effect with kafka.security.protocol=PLAINTEXT. Use SASL_SSL",
                "gateway.properties:2: kafka.security.sasl.username is \"gw\" but has no effect with kafka.security.protocol=PLAINTEXT. "
                        + "Use SASL_SSL",
                "gateway.properties:4: kafka.security.ssl.truststore.location is \"x.pem\" but has no effect with "
                        + "kafka.security.protocol=PLAINTEXT. Use SASL_SSL or SSL",
                "gateway.properties:5: kafka.security.ssl.key.password has no effect with kafka.security.protocol=PLAINTEXT. "
                        + "Use SASL_SSL or SSL");
    }

    @Test
    void a_login_module_that_cannot_be_read_is_not_shown() {
        for (String wrong : List.of("geheim", "org.apache.kafka.common.security.scram.ScramLoginModule required password=\"geheim\"",
                "org.apache.kafka.common.security.plain.PlainLoginModule required password=\"geheim\";")) {
            assertThat(problems(with(SASL, "kafka.security.sasl.jaas.config=" + wrong))).singleElement().asString()
                    .startsWith("gateway.properties:3: kafka.security.sasl.jaas.config must be one login module of SCRAM-SHA-512, such as")
                    .doesNotContain("geheim");
        }
        assertThat(problems(with(SASL, "kafka.security.sasl.username=gw", "kafka.security.sasl.jaas.config=org.apache.kafka.common.security"
                + ".scram.ScramLoginModule required;"))).singleElement().asString().contains("cannot be used together with");
    }

    @Test
    void a_store_that_cannot_be_opened_is_found_at_once() throws IOException {
        Path pkcs12 = store.resolve("gateway.p12");
        Path text = Files.writeString(store.resolve("text.pem"), "no certificate");
        assertThat(truststore("nowhere.pem")).singleElement().asString()
                .contains("truststore.location is \"nowhere.pem\" but must be a file");
        assertThat(truststore(pkcs12)).singleElement().asString().contains("truststore.password must be set for PKCS12");
        assertThat(truststore(pkcs12, "password=geheim")).singleElement().asString().contains("truststore.password must be the password of")
                .doesNotContain("geheim");
        assertThat(truststore(pkcs12, "type=JKS", "password=geheim")).isNotEmpty().noneMatch(each -> each.contains("geheim"));
        assertThat(truststore(certificates.pem("gateway"), "type=PKCS12", "password=geheim")).singleElement().asString()
                .contains("truststore.location").contains("must be a file in the form PKCS12");
        assertThat(truststore(certificates.pem("gateway"), "password=geheim")).singleElement().asString().contains("no effect with PEM");
        assertThat(truststore(text)).singleElement().asString().contains("truststore.location").contains("cannot be used as it is");
        assertThat(truststore(Files.writeString(store.resolve("text"), ""))).singleElement().asString()
                .contains("truststore.type is \"\" but must be PEM");
    }

    private List<String> truststore(Object location, String... more) {
        List<String> lines = new ArrayList<>(List.of("kafka.security.ssl.truststore.location=" + location));
        List.of(more).forEach(each -> lines.add("kafka.security.ssl.truststore." + each));
        return problems(with(TLS, lines.toArray(String[]::new)));
    }

    @Test
    void any_value_may_stand_in_a_file() {
        Path password = temporary.write("password", "geheim", "");
        Path port = temporary.write("port", "8099");
        Map<String, String> environment = new HashMap<>(Temporary.PLAIN);
        environment.put("HTTP_PORT", "${file:" + port + "}");
        GatewayConfig config = temporary.config(environment, new Properties(), with(SASL, "kafka.security.sasl.username=gw",
                "kafka.security.sasl.password=${file:" + password + "}"));
        assertThat(config.http().port()).isEqualTo(8099);
        assertThat(config.kafka().security().settings().get("sasl.jaas.config")).isInstanceOfSatisfying(Password.class,
                module -> assertThat(module.value()).contains("password=\"geheim\""));
        assertThat(config.toString()).doesNotContain("geheim");
        assertThat(problems("http.port=${file:/nowhere}")).contains(
                "gateway.properties:1: http.port is \"${file:/nowhere}\" but must name a text file that can be read");
    }

    @Test
    void a_broken_line_with_a_secret_is_not_shown() {
        assertThat(problems("kafka.security.sasl.password: geheim", "kafka.security.sasl.password=geh\\eim",
                "kafka.security.ssl.key.password=geheim", "kafka.security.ssl.key.password=geheim2"))
                .contains("gateway.properties:1: \"kafka.security.sasl.password...\" is not a key=value line. A comment starts with #",
                        "gateway.properties:2: kafka.security.sasl.password must have no backslash: paths take /, a key one line",
                        "gateway.properties:4: kafka.security.ssl.key.password stands in line 3 too. Remove one")
                .noneMatch(each -> each.contains("geh"));
    }

    private List<String> problems(String... lines) {
        return temporary.problemsOf(lines);
    }

    private Map<String, Object> settings(String... lines) {
        return settings(Map.of(), lines);
    }

    private Map<String, Object> settings(Map<String, String> environment, String... lines) {
        Map<String, String> all = new HashMap<>(Temporary.PLAIN);
        all.putAll(environment);
        return temporary.config(all, new Properties(), lines).kafka().security().settings();
    }

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
