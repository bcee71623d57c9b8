using System.Diagnostics;
using System.Globalization;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;

namespace AiOs.Benchmarks.Floors;

/// <summary>The floor in this process: a round is three bare group commits, and where asked for the outbox file too, as the host writes it.</summary>
internal sealed class BareRounds(string folder, RoundBytes bytes, bool withFile) : IAsyncDisposable
{
    private const int FileBytes = 900;

    private readonly BareJournal _journal = new(Path.Combine(folder, "bare.db"));
    private readonly byte[][] _bodies = [.. bytes.Commits.Select(RoundBytes.Body)];
    private readonly byte[] _file = RoundBytes.Body(FileBytes);
    private readonly OutboxWriter _outbox = new(new EmailPlaces(Path.Combine(folder, "outbox"), "outbox", folder, OperatorAddress: null));
    private int _files;
    private int _rounds;

    /// <summary>Rounds by so many workers for so long.</summary>
    public async Task<LoadSlice> RunForAsync(int workers, TimeSpan time)
    {
        var before = _rounds;
        var own = ProcessFigures.Read(Environment.ProcessId);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync)));
        return new LoadSlice
        {
            Rounds = _rounds - before,
            Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            Client = ProcessFigures.Read(Environment.ProcessId) - own,
        };

        async Task WorkAsync()
        {
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                await RoundAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_journal.Count != 3L * _rounds)
        {
            throw new InvalidOperationException($"The floor stored {_journal.Count} commits for {_rounds} rounds.");
        }

        await _journal.DisposeAsync();
    }

    private async Task RoundAsync()
    {
        await _journal.CommitAsync(_bodies[0]);
        await _journal.CommitAsync(_bodies[1]);
        if (withFile)
        {
            await _outbox.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _files)}.eml"), _file);
        }

        await _journal.CommitAsync(_bodies[2]);
        Interlocked.Increment(ref _rounds);
    }
}
