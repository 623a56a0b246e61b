package cn.qingcheng.checker.plain;

import cn.qingcheng.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files of a data folder, byte by byte; the city goes on writing them meanwhile. */
final class FileSearch {
    /** What was sent into the city, as files: not the city's own. */
    static final String SAMPLE_CITY = "sample-city";

    private static final Set<String> SOURCES = Set.of(SAMPLE_CITY, "traffic");
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path data;
    private final SecretNumbers numbers;
    private final Map<Path, BankFile> bankFiles;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final List<String> found = new ArrayList<>();
    private long files;
    private long bytes;

    FileSearch(Path data, SecretNumbers numbers, List<BankFile> bankFiles) {
        this.data = data;
        this.numbers = numbers;
        this.bankFiles = bankFiles.stream().collect(Collectors.toMap(BankFile::path, Function.identity()));
    }

    List<String> run() {
        try {
            Files.walkFileTree(
                    data, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            boolean isSource = data.equals(folder.getParent())
                                    && SOURCES.contains(folder.getFileName().toString());
                            return isSource ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                            if (attributes.isRegularFile()) {
                                search(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                            if (failure instanceof NoSuchFileException) {
                                return FileVisitResult.CONTINUE;
                            }
                            throw failure;
                        }
                    });
            return found;
        } catch (IOException e) {
            throw new StackFailure("A file of " + data + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private void search(Path file) throws IOException {
        Set<String> labels = new LinkedHashSet<>();
        DigitRuns runs = new DigitRuns(numbers, (label, place) -> labels.add(label + " before byte " + place));
        BankFile bankFile = bankFiles.get(file);
        if (bankFile != null) {
            byte[] text = bankFile.withoutAccounts();
            runs.take(text, text.length);
            bytes += text.length;
        } else {
            try (InputStream stream = Files.newInputStream(file)) {
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    runs.take(buffer, read);
                    bytes += read;
                }
            } catch (NoSuchFileException e) {
                return;
            }
        }
        runs.end();
        files++;
        if (!labels.isEmpty()) {
            found.add("file " + data.relativize(file) + " holds "
                    + labels.stream().limit(3).collect(Collectors.joining(", ")) + " (" + labels.size() + " in all)");
        }
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }
}
