namespace AiOs.Connectors.Email.Sending;

/// <summary>
/// Writes files into the outbox so that each is whole or absent, and durable when its task ends. Files that wait at the same time share
/// the folder's flush. Writing runs beside the thread pool's other work on one task, since flushing blocks.
/// </summary>
internal sealed class OutboxWriter(EmailPlaces places)
{
    private const int MostTogether = 64;

    /// <summary>From so many on, one flush of the file system is cheaper than one for each file.</summary>
    private const int FewestForOneFlush = 2;

    private readonly Lock _gate = new();
    private readonly Queue<OutboxFile> _waiting = new();
    private bool _running;

    /// <summary>Writes one file under its final name; the same name with the same bytes is done already. Throws <see cref="IOException"/>.</summary>
    public Task WriteAsync(string name, ReadOnlyMemory<byte> bytes)
    {
        var file = new OutboxFile(Path.Combine(places.Outbox, name), Path.Combine(places.Outbox, $".{name}.tmp"), bytes);
        lock (_gate)
        {
            _waiting.Enqueue(file);
            if (_running) return file.Done.Task;
            _running = true;
        }

        _ = Task.Factory.StartNew(Drain, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        return file.Done.Task;
    }

    private void Drain()
    {
        var batch = new List<OutboxFile>(MostTogether);
        while (true)
        {
            batch.Clear();
            lock (_gate)
            {
                while (batch.Count < MostTogether && _waiting.TryDequeue(out var next)) batch.Add(next);
                if (batch.Count == 0)
                {
                    _running = false;
                    return;
                }
            }

            Write(batch);
        }
    }

    private void Write(List<OutboxFile> batch)
    {
        foreach (var file in batch) Attempt(file, () => file.Place(places.Outbox));
        var folder = default(Exception);
        try
        {
            if (batch.Count < FewestForOneFlush || !FolderSync.TryFlushFileSystem(places.Outbox))
            {
                foreach (var file in batch) Attempt(file, file.Flush);
                FolderSync.Flush(places.Outbox);
            }
        }
        catch (Exception fault)
        {
            folder = fault;
        }

        foreach (var file in batch) file.End(folder);
    }

    /// <summary>The fault of one file is its own: the others of the batch go on.</summary>
    private static void Attempt(OutboxFile file, Action step)
    {
        if (file.Fault is not null) return;
        try
        {
            step();
        }
        catch (Exception fault)
        {
            file.Fault = fault;
        }
    }
}
