#!/usr/bin/env python3
"""Compile-time overhead of the analyzers: paired builds of a generated project, with and without, in one run.

    tests/TimeTracker.Analyzers.Benchmark/overhead.py [--lines 100000] [--pairs 5] [--plain] [--cold]

The compiler alone is measured, by its CPU time: on a machine that others use too, wall time told more about them. A
compiler server does the work, as in every build after the first; --cold starts a compiler for each compilation. The SDK's own analyzers run on both sides. --plain generates code without any data access. Prints the median of
the paired ratios.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
DATA = """
    public int Save{n}(string at, int id)
    {{
        using var connection = new SqliteConnection(at);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE entry SET n = n + {n} WHERE id = @id";
        command.Parameters.AddWithValue("@id", id);
        var rows = command.ExecuteNonQuery();
        if (rows == 0)
        {{
            command.CommandText = "INSERT INTO entry (id, n) VALUES (@id, {n})";
            rows = command.ExecuteNonQuery();
        }}

        transaction.Commit();
        return rows;
    }}
"""
PLAIN = """
    public Dictionary<string, int> Count{n}(IEnumerable<string> words)
    {{
        var counts = new Dictionary<string, int>();
        foreach (var word in words.Where(word => word.Length > {n} % 7).OrderBy(word => word))
        {{
            var key = word.Trim().ToUpperInvariant();
            counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
            if (counts.Count > {n})
            {{
                break;
            }}
        }}

        return counts;
    }}
"""


def generate(folder, lines, share):
    written, number = 0, 0
    while written < lines:
        text = ["using Microsoft.Data.Sqlite;" if share else "", f"namespace Generated;\npublic class C{number}\n{{"]
        for method in range(20):
            number += 1
            text.append((DATA if share and method % share == 0 else PLAIN).format(n=number))
        text.append("}\n")
        source = "\n".join(text)
        written += source.count("\n")
        with open(os.path.join(folder, f"C{number}.cs"), "w") as file:
            file.write(source)
    return written


def project(folder, analyzers):
    reference = "" if not analyzers else f"""
  <ItemGroup>
    <Analyzer Include="{analyzers}" />
    <GlobalAnalyzerConfigFiles Include="{ROOT}/analyzers/TimeTracker.Analyzers.Package/config/strict.globalconfig" />
  </ItemGroup>"""
    return f"""<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>
  <ImplicitUsings>enable</ImplicitUsings><UseSharedCompilation>false</UseSharedCompilation></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.Data.Sqlite" Version="10.0.15" /></ItemGroup>{reference}
</Project>"""


def arguments(folder):
    """The compiler's own command line, as the SDK would give it."""
    run = subprocess.run(
        ["dotnet", "msbuild", "-t:Compile", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true",
         "-getItem:CscCommandLineArgs"], cwd=folder, capture_output=True, text=True, check=True)
    items = json.loads(run.stdout)["Items"]["CscCommandLineArgs"]
    response = os.path.join(folder, "csc.rsp")
    with open(response, "w") as file:
        file.write("\n".join(item["Identity"] for item in items if item["Identity"] != "/noconfig"))
    return response


def compiler():
    sdk = subprocess.run(["dotnet", "--version"], capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()
    home = os.path.dirname(os.path.realpath(shutil.which("dotnet")))
    return os.path.join(home, "sdk", sdk, "Roslyn", "bincore")


def cold(folder):
    """CPU seconds of one compilation by a new process, which also compiles the compiler and the analyzers."""
    process = subprocess.Popen(
        ["dotnet", os.path.join(compiler(), "csc.dll"), "/noconfig", "@" + os.path.join(folder, "csc.rsp")],
        cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"the compiler failed in {folder}")
    return usage.ru_utime + usage.ru_stime


class Server:
    """A compiler server of our own, as builds use one; its CPU time is what a compilation costs."""

    def __init__(self):
        self.pipe = "timetracker-overhead-" + str(os.getpid())
        self.process = subprocess.Popen(
            ["dotnet", os.path.join(compiler(), "VBCSCompiler.dll"), "-pipename:" + self.pipe],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def used(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def build(self, folder):
        before = self.used()
        subprocess.run(
            ["dotnet", os.path.join(compiler(), "csc.dll"), "/shared:" + self.pipe, "/noconfig",
             "@" + os.path.join(folder, "csc.rsp")], cwd=folder, stdout=subprocess.DEVNULL, check=True)
        return self.used() - before


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--cold", action="store_true")
    options = parser.parse_args()
    subprocess.run(["dotnet", "build", "-c", "Release", os.path.join(ROOT, "analyzers/TimeTracker.Analyzers")],
                   check=True, capture_output=True)
    dll = os.path.join(ROOT, ".artifacts/bin/TimeTracker.Analyzers/release/TimeTracker.Analyzers.dll")
    with tempfile.TemporaryDirectory() as folder:
        sides = []
        for name, analyzers in (("without", None), ("with", dll)):
            side = os.path.join(folder, name)
            os.mkdir(side)
            lines = generate(side, options.lines, 0 if options.plain else 10)
            with open(os.path.join(side, name + ".csproj"), "w") as file:
                file.write(project(side, analyzers))
            subprocess.run(["dotnet", "restore"], cwd=side, check=True, capture_output=True)
            arguments(side)
            sides.append(side)
        server = None if options.cold else Server()
        build = cold if options.cold else server.build
        for side in sides + sides:
            build(side)
        ratios = []
        for pair in range(options.pairs):
            # Who goes first alternates: a machine that slows down must not count against one side.
            order = sides if pair % 2 == 0 else sides[::-1]
            times = {side: build(side) for side in order}
            ratios.append(times[sides[1]] / times[sides[0]])
            print(f"pair {pair + 1}: without {times[sides[0]]:.2f} s, with {times[sides[1]]:.2f} s, "
                  f"ratio {ratios[-1]:.3f}", flush=True)
        if server:
            server.process.terminate()
        print(f"{lines} lines, {'no data access' if options.plain else '1 method in 10 with data access'}: "
              f"median ratio {statistics.median(ratios):.3f}, range {min(ratios):.3f}-{max(ratios):.3f}")


if __name__ == "__main__":
    main()
