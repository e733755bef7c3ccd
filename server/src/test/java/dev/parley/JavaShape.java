package dev.parley;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Methods and constructors as the compiler reads them.
record JavaShape(List<Member> members) {
    private static final String CONSTRUCTOR = "<init>";

    record Member(String file, String type, boolean record, String name, int parameters, int lines) {}

    static JavaShape of(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var members = new ArrayList<Member>();
            for (CompilationUnitTree unit : task.parse()) {
                new Collector(Trees.instance(task), members).scan(unit, null);
            }
            return new JavaShape(members);
        }
    }

    List<String> faults(int longestMethod, int mostParameters) {
        var faults = new ArrayList<String>();
        for (Member member : members) {
            boolean constructor = member.name().equals(CONSTRUCTOR);
            if (member.lines() > longestMethod) {
                faults.add(member.file() + ": " + member.name() + " has " + member.lines() + " lines of code");
            }
            if (constructor && !member.record() && member.parameters() > mostParameters) {
                faults.add(member.file() + ": the constructor of " + member.type() + " takes " + member.parameters()
                        + " parameters");
            }
        }
        return faults;
    }

    private static final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private final List<Member> members;

        Collector(Trees trees, List<Member> members) {
            this.trees = trees;
            this.members = members;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            var type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            members.add(new Member(
                    Path.of(unit.getSourceFile().toUri()).getFileName().toString(),
                    type.getSimpleName().toString(),
                    type.getKind() == Tree.Kind.RECORD,
                    method.getName().toString(),
                    method.getParameters().size(),
                    lines(unit, method)));
            return super.visitMethod(method, unused);
        }

        private int lines(CompilationUnitTree unit, MethodTree method) {
            long start = trees.getSourcePositions().getStartPosition(unit, method);
            long end = trees.getSourcePositions().getEndPosition(unit, method);
            try {
                String source = Files.readString(Path.of(unit.getSourceFile().toUri()));
                return CodeLines.in(source.substring((int) start, (int) end));
            } catch (IOException gone) {
                throw new java.io.UncheckedIOException(gone);
            }
        }
    }
}
