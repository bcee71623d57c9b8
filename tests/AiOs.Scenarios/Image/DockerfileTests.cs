using System.Net;
using AiOs.Testing;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Image;

/// <summary>No container engine runs here, so the build's steps are run as the plain commands that they are, and what they make is started as the image would.</summary>
public sealed class DockerfileTests
{
    private static readonly TimeSpan BuildTime = TimeSpan.FromMinutes(8);

    /// <summary>The analyzers have judged the same sources in the build of these tests; they are half of the time.</summary>
    private static readonly Dictionary<string, string> Quick = new() { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_NOLOGO"] = "1", ["RunAnalyzers"] = "false" };

    [Fact]
    public async Task Image_BuiltByItsOwnSteps_ServesAsItIsConfigured()
    {
        Assert.SkipUnless(Counts.Full, "Restoring and building everything anew takes a minute; .ci/run does it (AIOS_FULL=1).");
        using var folder = new HostFolder();
        var lines = await LinesAsync();
        var build = Path.Combine(folder.Work, "build");
        Directory.CreateDirectory(build);
        await BuildAsync([.. lines.TakeWhile(line => !line.StartsWith("FROM mcr.microsoft.com/dotnet/aspnet", StringComparison.Ordinal))], build);
        var app = Path.Combine(build, "out", "app");
        var before = Seen(app);

        var volumes = Volumes(folder.Work);
        var all = folder.With([.. EnvironmentOf(lines, volumes)]);
        await using (var host = await HostProcess.StartAsync(folder, Path.Combine(app, "AiOs.Bot.dll"), ["serve"], all))
        {
            (await host.Web.MailAsync(Mails.Inquiry(Mails.Mark()))).MustBe(HttpStatusCode.OK);
            await using var health = ChildProcess.Start("dotnet", [Path.Combine(app, "AiOs.Bot.dll"), "doctor", "--live"], folder.Work, all);
            Assert.Equal(0, await health.ExitAsync(HostFolder.Patience));
            Assert.Equal(0, await host.StopAsync());
        }

        Assert.True(File.Exists(Path.Combine(volumes["/data"], "aios.db")));
        Assert.True(File.Exists(Path.Combine(volumes["/head"], "head.json")));
        Assert.Equal(before, Seen(app));
        Assert.Equal(["build", "data", "head"], Directory.EnumerateFileSystemEntries(folder.Work).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Image_AsItIsWritten_RunsAsNobodyInParticularAndChecksItself()
    {
        var lines = await LinesAsync();
        Assert.Contains("USER $APP_UID", lines);
        Assert.Contains(lines, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && line.Contains("\"doctor\", \"--live\"", StringComparison.Ordinal));
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"/app/AiOs.Bot.dll\"]", lines);
        Assert.DoesNotContain(lines, line => line.Contains("latest", StringComparison.Ordinal) || line.StartsWith("ADD ", StringComparison.Ordinal));
    }

    private static async Task BuildAsync(IReadOnlyList<string> steps, string build)
    {
        var run = 0;
        foreach (var step in steps)
        {
            if (step.StartsWith("COPY ", StringComparison.Ordinal))
            {
                Copy(step.Split(' ')[1..], build);
            }
            else if (step.StartsWith("RUN ", StringComparison.Ordinal))
            {
                var words = step.Split(' ')[1..];
                await using var process = ChildProcess.Start(words[0], words[1..], build, Quick);
                Assert.True(await process.ExitAsync(BuildTime) == 0, $"{step}\n{process.All()}");
                run++;
            }
        }

        Assert.True(run >= 3, $"only {run} steps were run");
    }

    /// <summary>Copies what the engine would be given: .dockerignore leaves out what a build leaves behind.</summary>
    private static void Copy(string[] names, string build)
    {
        foreach (var name in names[..^1])
        {
            var source = Path.Combine(Places.Root, name);
            if (File.Exists(source))
            {
                File.Copy(source, Path.Combine(build, name));
                continue;
            }

            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(Places.Root, file);
                if (path.Split('/').Intersect(["bin", "obj", "data"]).Any() || Path.GetFileName(path) == "appsettings.json")
                {
                    continue;
                }

                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(build, path))!);
                File.Copy(file, Path.Combine(build, path));
            }
        }
    }

    /// <summary>The steps with continued lines joined and comments left out.</summary>
    private static async Task<IReadOnlyList<string>> LinesAsync() =>
        [.. (await File.ReadAllTextAsync(Path.Combine(Places.Root, "Dockerfile"))).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    private static Dictionary<string, string> Volumes(string folder)
    {
        var volumes = new Dictionary<string, string> { ["/data"] = Path.Combine(folder, "data"), ["/head"] = Path.Combine(folder, "head") };
        foreach (var path in volumes.Values)
        {
            Directory.CreateDirectory(path);
        }

        return volumes;
    }

    private static IEnumerable<(string Name, string Value)> EnvironmentOf(IReadOnlyList<string> lines, Dictionary<string, string> volumes) =>
        lines.Where(line => line.StartsWith("ENV ", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[1..]).Select(pair => pair.Split('=', 2))

            .Select(pair => (pair[0], Below(pair[1], volumes)));

    private static string Below(string path, Dictionary<string, string> volumes) =>
        volumes.FirstOrDefault(volume => path == volume.Key || path.StartsWith(volume.Key + "/", StringComparison.Ordinal)) is { Key: { } root } found
            ? found.Value + path[root.Length..]
            : path;

    private static string Seen(string folder) =>
        string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {new FileInfo(file).Length} {File.GetLastWriteTimeUtc(file):O}"));
}
