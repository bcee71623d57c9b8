using System.Diagnostics;
using System.Globalization;
using AiOs.Contracts;
using AiOs.Storage.Sqlite.Files;
using AiOs.Storage.Sqlite.Tests.Support;

namespace AiOs.Storage.Sqlite.Tests.Files;

public sealed class WorkspaceLockTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Take_HeldAlready_NamesTheProcess()
    {
        using var held = WorkspaceLock.Take(_folder["data"]);

        Assert.Null(WorkspaceLock.TryTake(_folder["data"]));
        var refused = Assert.Throws<AiOsException>(() => WorkspaceLock.Take(_folder["data"]));

        var process = OperatingSystem.IsWindows() ? string.Empty : $" (process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)})";
        Assert.Equal($"Another host{process} uses this data folder; stop it or choose another Workspace:DataDirectory.", refused.Message);
    }

    [Fact]
    public void Take_AfterRelease_Succeeds()
    {
        WorkspaceLock.Take(_folder["data"]).Dispose();

        using var again = WorkspaceLock.TryTake(_folder["data"]);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task Take_HeldByAKilledProcess_Succeeds()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "flock(1) is a Linux program.");
        var path = Path.Combine(Directory.CreateDirectory(_folder["data"]).FullName, "aios.lock");
        using var other = Process.Start(new ProcessStartInfo("flock", ["--no-fork", path, "sh", "-c", "echo held; exec sleep 600"])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            Assert.Equal("held", await other.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            Assert.Null(WorkspaceLock.TryTake(_folder["data"]));
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var held = WorkspaceLock.TryTake(_folder["data"]);
        Assert.NotNull(held);
    }

    [Fact]
    public async Task Take_FolderUnderAFile_IsOneSentence()
    {
        await File.WriteAllTextAsync(_folder["file"], "x", TestContext.Current.CancellationToken);

        var refused = Assert.Throws<AiOsException>(() => WorkspaceLock.Take(_folder["file/data"]));

        Assert.Contains("cannot be made", refused.Message, StringComparison.Ordinal);
    }
}
