package cn.qingcheng.gateway.health;

import cn.qingcheng.gateway.upstream.Instance;
import cn.qingcheng.gateway.upstream.Service;
import cn.qingcheng.gateway.upstream.Upstreams;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * A check for each service: up while at least one of its instances says it is ready. They are wellness checks: part of
 * {@code /q/health}, but not of the gateway's own readiness, for with one service down it still serves the other three.
 */
@ApplicationScoped
public class ServiceHealth {

    private final Upstreams upstreams;

    ServiceHealth(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck talent() {
        return () -> check(Service.TALENT);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck subsidy() {
        return () -> check(Service.SUBSIDY);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck housing() {
        return () -> check(Service.HOUSING);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck platform() {
        return () -> check(Service.PLATFORM);
    }

    private HealthCheckResponse check(Service service) {
        List<Instance> instances = upstreams.of(service).instances();
        long ready = instances.stream().filter(Instance::isReady).count();
        return HealthCheckResponse.named(service.segment())
                .status(ready > 0)
                .withData("instances", instances.size())
                .withData("ready", ready)
                .build();
    }
}
