namespace AiOs.Connectors.Email.Attachments;

/// <summary>
/// Runs a parser that cannot be stopped from outside on a thread of its own, and waits for it only so long. A hostile file can keep a
/// thread busy and nothing else: at most <see cref="MostStuck"/> of them, and then no further file is read until one has ended.
/// </summary>
internal sealed class TimedReading
{
    public const int MostStuck = 2;

    private const int StackBytes = 16 * 1024 * 1024;

    private int _stuck;

    /// <summary>Reads, or gives up.</summary>
    /// <param name="read">The reading; it looks at the sign where it can, and whatever it throws is an answer.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What was read; <see langword="null"/> where the time ran out or too many others are stuck.</returns>
    public T? Run<T>(Func<StopSign, T> read, TimeSpan limit, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _stuck) >= MostStuck) return null;
        var work = new Work<T>(read);
        new Thread(() => Finish(work), StackBytes) { IsBackground = true, Name = "attachment" }.Start();
        using (cancellationToken.Register(work.Wake))
        {
            if (work.Await(limit, cancellationToken)) return work.Take();
        }

        // From here on the thread counts as stuck until it ends by itself; Finish takes it off again.
        Interlocked.Increment(ref _stuck);
        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }

    private void Finish<T>(Work<T> work)
        where T : class
    {
        if (work.EndsLate()) Interlocked.Decrement(ref _stuck);
    }

    /// <summary>One reading; whether somebody still waits for it is settled once, by whoever comes first.</summary>
    private sealed class Work<T>(Func<StopSign, T> read)
        where T : class
    {
        private readonly object _gate = new();
        private readonly StopSign _stop = new();
        private T? _result;
        private Exception? _fault;
        private bool _ended;
        private bool _abandoned;

        public void Wake()
        {
            lock (_gate) Monitor.PulseAll(_gate);
        }

        /// <summary>Whether it ended in time; where it did not, nobody waits any more.</summary>
        public bool Await(TimeSpan limit, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                // Woken by the end or by the caller's stop, so the time is never waited for twice.
                while (!_ended && !cancellationToken.IsCancellationRequested && Monitor.Wait(_gate, limit))
                {
                }

                if (_ended) return true;
                _abandoned = true;
                _stop.Raise();
                return false;
            }
        }

        /// <summary>Reads; whether it ended after nobody waited any more.</summary>
        public bool EndsLate()
        {
            try
            {
                _result = read(_stop);
            }
            catch (Exception fault)
            {
                // Whatever a parser throws for hostile bytes is told to whoever waits.
                _fault = fault;
            }

            lock (_gate)
            {
                _ended = true;
                Monitor.PulseAll(_gate);
                return _abandoned;
            }
        }

        public T Take() => _fault is null ? _result! : throw new UnreadableAttachmentException(_fault.GetType().Name, _fault);
    }
}
