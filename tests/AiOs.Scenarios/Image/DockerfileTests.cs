using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Image;

/// <summary>No container engine runs where this is tested, so the image's build steps run as plain commands, on what the image would copy.</summary>
public sealed class DockerfileTests
{
    private static readonly TimeSpan BuildPatience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task Build_RunAsPlainCommands_GivesAHostThatStarts()
    {
        var build = Directory.CreateTempSubdirectory("aios-image-");
        try
        {
            var lines = await File.ReadAllLinesAsync(Path.Combine(Places.Root, "Dockerfile"), TestContext.Current.CancellationToken);
            CopyWhatTheImageCopies(lines, build.FullName);
            var commands = lines.TakeWhile(line => !line.StartsWith("FROM mcr.microsoft.com/dotnet/aspnet", StringComparison.Ordinal))
                .Where(line => line.StartsWith("RUN ", StringComparison.Ordinal)).Select(line => line[4..]).ToArray();
            Assert.True(commands.Length >= 3, "the Dockerfile has too few build steps to prove anything");
            foreach (var command in commands)
            {
                await RunAsync(command, build.FullName);
            }

            await StartsAsync(Path.Combine(build.FullName, "out", "app", "AiOs.Bot.dll"));
        }
        finally
        {
            build.Delete(recursive: true);
        }
    }

    [Fact]
    public void Image_AtRest_IsNotRootAndChecksItsHealth()
    {
        var lines = File.ReadAllLines(Path.Combine(Places.Root, "Dockerfile"));

        Assert.Contains(lines, line => line.StartsWith("USER ", StringComparison.Ordinal) && !line.Contains("root", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("AIOS_Workspace__HeadFile=", StringComparison.Ordinal));
        Assert.True(lines.Count(line => line.StartsWith("FROM ", StringComparison.Ordinal)) >= 2);
    }

    private static void CopyWhatTheImageCopies(IEnumerable<string> lines, string target)
    {
        foreach (var line in lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal)))
        {
            var parts = line[5..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var source in parts[..^1])
            {
                Copy(Path.Combine(Places.Root, source), Path.Combine(target, source.TrimEnd('/')));
            }
        }
    }

    private static void Copy(string source, string target)
    {
        if (File.Exists(source))
        {
            File.Copy(source, target);
            return;
        }

        Directory.CreateDirectory(target);
        foreach (var entry in Directory.EnumerateFileSystemEntries(source).Where(entry => Path.GetFileName(entry) is not ("bin" or "obj")))
        {
            Copy(entry, Path.Combine(target, Path.GetFileName(entry)));
        }
    }

    private static async Task RunAsync(string command, string folder)
    {
        await using var process = ChildProcess.Start("/bin/sh", ["-c", command], folder, new Dictionary<string, string> { ["DOTNET_NOLOGO"] = "1" });
        Assert.True(await process.ExitAsync(BuildPatience) == 0, $"'{command}' failed\n{process.All()}");
    }

    private static async Task StartsAsync(string program)
    {
        using var folder = new HostFolder();
        await using var host = await HostProcess.StartAsync(folder, program, ["serve"], folder.With());
        var live = await folder.VerbAsync("doctor", "--live");
        Assert.Equal(0, live.ExitCode);
        Assert.Equal(0, await host.StopAsync());
    }
}
