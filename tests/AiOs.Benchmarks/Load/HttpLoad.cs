using System.Diagnostics;
using AiOs.Benchmarks.Hosts;

namespace AiOs.Benchmarks.Load;

/// <summary>Drives rounds against one server. Every mail it sends is another one.</summary>
internal sealed class HttpLoad(ServerProcess server, MailForge mails)
{
    private const int FirstGuess = 400;

    private readonly RequestForge _requests = new(server.Port, server.Key);
    private double _rate = FirstGuess;
    private int _sent;

    /// <summary>How many rounds were driven to their end.</summary>
    public int Rounds { get; private set; }

    /// <summary>Rounds by so many clients for so long; each client finishes the round it is in.</summary>
    public LoadSlice RunFor(int workers, TimeSpan time) => Run(workers, (int)(_rate * 2 * time.TotalSeconds) + (workers * 20), time);

    /// <summary>So many rounds.</summary>
    public LoadSlice RunRounds(int workers, int rounds) => Run(workers, rounds, TimeSpan.FromMinutes(10));

    private LoadSlice Run(int workers, int most, TimeSpan time)
    {
        var messages = Enumerable.Range(_sent, most).Select(number => _requests.Message(mails.Make(number))).ToArray();
        _sent += most;
        var clients = Enumerable.Range(0, workers).Select(_ => new HttpWorker(server.Port, _requests)).ToArray();
        var next = -1;
        Exception? fault = null;
        var (own, its) = (ProcessFigures.Read(Environment.ProcessId), ProcessFigures.Read(server.Id));
        var start = Stopwatch.GetTimestamp();
        var threads = clients.Select(client => new Thread(() => Work(client))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var slice = Slice(clients, seconds) with { Client = ProcessFigures.Read(Environment.ProcessId) - own, Server = ProcessFigures.Read(server.Id) - its };
        Array.ForEach(clients, client => client.Dispose());
        if (fault is not null)
        {
            throw new InvalidOperationException(fault.Message, fault);
        }

        Rounds += slice.Rounds;
        _rate = Math.Max(slice.PerSecond, 20);
        return slice;

        void Work(HttpWorker client)
        {
            try
            {
                while (fault is null && Stopwatch.GetElapsedTime(start) < time && Interlocked.Increment(ref next) is var index && index < messages.Length)
                {
                    client.Round(messages[index]);
                }
            }
            catch (Exception thrown)
            {
                fault = thrown;
            }
        }
    }

    private static LoadSlice Slice(HttpWorker[] clients, double seconds) => new()
    {
        Rounds = clients.Sum(client => client.TapTicks.Count),
        Seconds = seconds,
        MessageTicks = [.. clients.SelectMany(client => client.MessageTicks)],
        TapTicks = [.. clients.SelectMany(client => client.TapTicks)],
        MessageReplyBytes = clients.Sum(client => client.MessageReplyBytes),
        TapReplyBytes = clients.Sum(client => client.TapReplyBytes),
    };
}
