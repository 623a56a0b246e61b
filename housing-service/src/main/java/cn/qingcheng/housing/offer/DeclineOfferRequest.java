package cn.qingcheng.housing.offer;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

public record DeclineOfferRequest(@Nullable @Size(max = 500) String reason) {}
