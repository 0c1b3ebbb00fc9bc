package io.patchbay.routes.flow;

import io.patchbay.config.Configuration;
import io.patchbay.dialect.StrictJson;
import io.patchbay.door.CallLookup;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.ContactLookup;
import io.patchbay.door.InteractionViews;
import io.patchbay.door.PresenceWatch;
import io.patchbay.door.Rejections;
import io.patchbay.door.SignIn;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.ContactPolicy;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.ReplyTransactions;
import io.patchbay.wire.RecordIngress;
import io.patchbay.wire.WireLimits;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;

/** A test of the routes of one file. Each bean step notes its call instead; stations and Kafka are mocks; {@link #send} begins a route. */
abstract class RouteFileTest extends CamelTestSupport {
    private static final Configuration DEMO = Configuration.load(Path.of("config/gateway.properties"), Map.of(), new Properties());
    private static final String ENTRY = "direct:entry-";

    final Steps steps = new Steps();
    private final List<String> files;

    RouteFileTest(String... files) {
        this.files = List.of(files);
    }

    @Override
    public void configureTest(TestExecutionConfiguration test) {
        super.configureTest(test);
        test.withUseAdviceWith(true);
    }

    @Override
    public void configureContext(CamelContextConfiguration context) {
        super.configureContext(context);
        Properties keys = new Properties();
        keys.putAll(DEMO.gateway().values());
        keys.put("kafka.brokers", brokers());
        keys.put("kafka.commands.enabled", "true");
        context.withUseOverridePropertiesWithPropertiesComponent(keys).withMockEndpointsAndSkip("direct:dispatch|kafka:.*");
    }

    String brokers() {
        return "127.0.0.1:1";
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("commandGateway", unused(CommandGateway.class));
        registry.bind("signIn", unused(SignIn.class));
        registry.bind("presenceWatch", unused(PresenceWatch.class));
        registry.bind("views", unused(InteractionViews.class));
        registry.bind("calls", unused(CallLookup.class));
        registry.bind("contacts", unused(ContactLookup.class));
        registry.bind("rejections", unused(Rejections.class));
        registry.bind("cloudEventHeaders", new CloudEventHeaders("n1", "http://localhost:8080/schemas"));
        registry.bind("directory", DEMO.directory().directory());
        registry.bind("gatewayConfig", DEMO.gateway());
        registry.bind("contactPolicy", new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10)));
        registry.bind("jsonLimits", StrictJson.Limits.DEFAULT);
        registry.bind("wireLimits", WireLimits.defaults());
        registry.bind("doorsOpen", (BooleanSupplier) () -> true);
        registry.bind("recordIngress", new RecordIngress(1024));
        registry.bind("replies", new ReplyTransactions(KafkaClients.plain(brokers())));
    }

    @Override
    protected RoutesBuilder[] createRouteBuilders() throws Exception {
        List<RoutesBuilder> all = new ArrayList<>();
        for (String file : files) {
            var resource = PluginHelper.getResourceLoader(context).resolveResource("file:routes/" + file + ".camel.yaml");
            for (RoutesBuilder builder : PluginHelper.getRoutesLoader(context).findRoutesBuilders(resource)) {
                if (builder instanceof RouteConfigurationsBuilder policies) {
                    context.addRoutesConfigurations(policies);
                }
                all.add(builder);
            }
        }
        return all.toArray(RoutesBuilder[]::new);
    }

    /** Sends one exchange through the route, as its endpoint would. */
    Exchange send(String route, Object body) throws Exception {
        for (RouteDefinition one : List.copyOf(context.getRouteDefinitions())) {
            AdviceWith.adviceWith(context, one.getRouteId(), advice -> {
                advice.replaceFromWith(ENTRY + one.getRouteId());
                for (ProcessorDefinition<?> step : one.getOutputs()) {
                    if (step instanceof BeanDefinition bean) {
                        String called = bean.getRef() + "." + bean.getMethod();
                        advice.weaveById(bean.getId()).replace().process(exchange -> steps.at(called, exchange));
                    }
                }
            });
        }
        context.start();
        for (Endpoint endpoint : List.copyOf(context.getEndpoints())) {
            String uri = endpoint.getEndpointUri();
            if (uri.startsWith("mock")) {
                getMockEndpoint(uri).whenAnyExchangeReceived(exchange -> steps.at(station(uri), exchange));
            }
        }
        return template.send(ENTRY + route, exchange -> exchange.getMessage().setBody(body));
    }

    private static String station(String uri) {
        return uri.replaceFirst("^mock:/?/?", "").replace("//", "").replaceFirst("\\?.*", "");
    }

    private static <T> Object unused(Class<T> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> switch (method.getName()) {
            case "toString" -> type.getSimpleName();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == given[0];
            default -> throw new AssertionError("no step here calls " + method);
        });
    }
}
