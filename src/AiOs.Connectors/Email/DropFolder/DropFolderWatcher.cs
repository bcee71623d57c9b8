using System.Threading.Channels;
using AiOs.Connectors.Email.Reading;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using Microsoft.Extensions.Logging;

namespace AiOs.Connectors.Email.DropFolder;

/// <summary>
/// Watches a folder for mail files. A file is read once it has stopped growing, and moved only after the inbox has it durably; where the
/// store cannot take it, it stays where it is and is tried again.
/// </summary>
public sealed partial class DropFolderWatcher(EmailPlaces places, MailIntake intake, TimeProvider time, ILogger<DropFolderWatcher> logger)
{
    /// <summary>How often a file must look the same before it is taken; a writer often makes it empty first.</summary>
    private const int LooksBefore = 1;
    private const int LooksWhenEmpty = 4;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly DropFolderFiles _files = new(places.Inbox);
    private readonly Dictionary<string, (DroppedFile File, int Looks)> _seen = [];
    private readonly HashSet<string> _warned = [];
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private TimeSpan _wait = Poll;

    /// <summary>Runs until it is cancelled; never throws otherwise.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var live = default(FileSystemWatcher);
        try
        {
            while (true)
            {
                live ??= TryWatch();
                var settling = await LookAsync(cancellationToken);
                await PauseAsync(settling ? Settle : _wait, settling, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            live?.Dispose();
        }
    }

    /// <summary>Looks once: takes what has stopped growing. True where something has yet to settle.</summary>
    internal async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            _files.Make();
            var there = _files.Look();
            foreach (var gone in _seen.Keys.Except(there.Select(file => file.Path)).ToList()) Forget(gone);
            var settling = false;
            foreach (var file in there) settling |= !await SettledAsync(file, cancellationToken);
            _wait = Poll;
            _warned.Remove(places.Inbox);
            return settling;
        }
        catch (Exception fault) when (fault is AiOsException or IOException or UnauthorizedAccessException)
        {
            _wait = TimeSpan.FromTicks(Math.Min(_wait.Ticks * 2, LongestWait.Ticks));
            if (!_warned.Add(places.Inbox)) return false;
            if (fault is AiOsException) LogStore(logger, places.Inbox);
            else LogFolder(logger, fault, places.Inbox);
            return false;
        }
    }

    /// <summary>Whether a file was the same often enough; then it has been taken, or cannot be opened and waits for its owner.</summary>
    private async Task<bool> SettledAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        var looks = _seen.TryGetValue(file.Path, out var before) && before.File == file ? before.Looks + 1 : 1;
        _seen[file.Path] = (file, looks);
        if (looks <= (file.Size == 0 ? LooksWhenEmpty : LooksBefore)) return false;
        try
        {
            await TakeAsync(file, cancellationToken);
            Forget(file.Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // One file without access must not hold up the others.
            if (_warned.Add(file.Path)) LogFile(logger, fault, places.Inbox);
        }

        return true;
    }

    private async Task TakeAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        var bytes = await DropFolderFiles.ReadAsync(file, MailBounds.Default.Bytes, cancellationToken);
        var receipt = await intake.TakeAsync(ChannelName.Mail, bytes, cancellationToken);
        if (receipt is not MailReceipt.Refused refused)
        {
            _files.Done(file);
            return;
        }

        _files.Refuse(file, refused.Reading.Sentence);
        LogRefused(logger, refused.Reading.Code, file.Size);
    }

    private void Forget(string path)
    {
        _seen.Remove(path);
        _warned.Remove(path);
    }

    private async Task PauseAsync(TimeSpan wait, bool settling, CancellationToken cancellationToken)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(wait, time, pause.Token);
        // While something settles, events of the same file must not shorten the interval that it has to stay the same.
        await (settling ? delay : Task.WhenAny(delay, _wake.Reader.ReadAsync(pause.Token).AsTask()));
        await pause.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private FileSystemWatcher? TryWatch()
    {
        try
        {
            _files.Make();
            var watcher = new FileSystemWatcher(places.Inbox) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.Size | NotifyFilters.LastWrite };
            watcher.Created += (_, _) => Wake();
            watcher.Changed += (_, _) => Wake();
            watcher.Renamed += (_, _) => Wake();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The system may have no watch left to give: the poll finds the files all the same.
            return null;
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail in {Folder} could not be stored; it stays there and is tried again.")]
    private static partial void LogStore(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The drop folder {Folder} cannot be used; check that it is a folder and yours, and it goes on by itself.")]
    private static partial void LogFolder(ILogger logger, Exception fault, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file in {Folder} cannot be read or moved; give this program access to it, and it goes on by itself.")]
    private static partial void LogFile(ILogger logger, Exception fault, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A dropped file of {Bytes} bytes cannot be read as mail ({Code}); it was moved to the folder refused with the reason beside it.")]
    private static partial void LogRefused(ILogger logger, string code, long bytes);
}
