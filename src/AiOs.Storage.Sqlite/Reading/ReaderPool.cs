namespace AiOs.Storage.Sqlite.Reading;

/// <summary>
/// A few connections that read beside the writer. Each is opened when it is first needed; a read takes whichever is free
/// and waits for one only while all are busy.
/// </summary>
/// <param name="path">The database file.</param>
internal sealed class ReaderPool(string path) : IDisposable
{
    private const int Size = 3;

    private readonly Slot[] _slots = [.. Enumerable.Range(0, Size).Select(_ => new Slot())];
    private int _next;
    private bool _closed;

    /// <summary>Reads as of one moment.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">What to do with the reader.</param>
    /// <returns>What was read.</returns>
    public T Read<T>(Func<JournalReader, T> read)
    {
        foreach (var slot in _slots)
        {
            if (slot.Gate.TryEnter())
            {
                return ReadHeld(slot, read);
            }
        }

        var busy = _slots[(uint)Interlocked.Increment(ref _next) % Size];
        busy.Gate.Enter();
        return ReadHeld(busy, read);
    }

    /// <summary>Runs something while no reader reads.</summary>
    /// <param name="action">What to run.</param>
    public void WhileQuiet(Action action)
    {
        // Always in the same order, and a read holds only one: no two can wait for each other.
        foreach (var slot in _slots)
        {
            slot.Gate.Enter();
        }

        try
        {
            action();
        }
        finally
        {
            foreach (var slot in _slots)
            {
                slot.Gate.Exit();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => WhileQuiet(() =>
    {
        _closed = true;
        foreach (var slot in _slots)
        {
            slot.Reader?.Dispose();
            slot.Reader = null;
        }
    });

    private T ReadHeld<T>(Slot slot, Func<JournalReader, T> read)
    {
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            slot.Reader ??= new JournalReader(path);
            return read(slot.Reader);
        }
        finally
        {
            slot.Gate.Exit();
        }
    }

    private sealed class Slot
    {
        public Lock Gate { get; } = new();

        public JournalReader? Reader { get; set; }
    }
}
