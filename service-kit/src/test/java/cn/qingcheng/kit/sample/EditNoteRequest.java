package cn.qingcheng.kit.sample;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

record EditNoteRequest(@NotBlank String title, @Min(1) int pages) {}
