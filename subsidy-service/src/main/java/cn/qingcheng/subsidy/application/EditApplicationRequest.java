package cn.qingcheng.subsidy.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What the applicant may edit. */
public record EditApplicationRequest(@NotNull @Valid PayeeRequest payee) {}
