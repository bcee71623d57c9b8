using AiOs.Contracts.Leases;
using AiOs.Contracts.Ports;
using AiOs.Storage.Sqlite.Database;
using AiOs.Storage.Sqlite.Writing;

namespace AiOs.Storage.Sqlite.Side;

/// <summary>Leases in the journal's file. One host has the file, so its clock is the store's.</summary>
internal sealed class SqliteLeases : ILeases
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly JournalWriter _writer;
    private readonly TimeProvider _time;
    private readonly Statement _find;
    private readonly Statement _take;
    private readonly Statement _release;

    /// <summary>Prepares its statements.</summary>
    /// <param name="writer">Whose transactions it uses.</param>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="time">The clock.</param>
    public SqliteLeases(JournalWriter writer, Connection connection, TimeProvider time)
    {
        _writer = writer;
        _time = time;
        _find = connection.Prepare("SELECT holder, until FROM leases WHERE name = ?");
        _take = connection.Prepare("INSERT OR REPLACE INTO leases(name, holder, until) VALUES (?, ?, ?)");
        _release = connection.Prepare("DELETE FROM leases WHERE name = ? AND holder = ?");
    }

    /// <inheritdoc/>
    public Task<Lease?> TryTakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        PortName.Check(holder, nameof(holder));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, Longest);
        return SideWork.RunAsync(() => Take(name, holder, duration), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        PortName.Check(holder, nameof(holder));
        return SideWork.RunAsync(() => Release(name, holder), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Lease?> FindAsync(string name, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        return SideWork.RunAsync(
            () =>
            {
                Lease? found = null;
                _writer.InTransaction(() =>
                {
                    found = Find(name);
                    return false;
                });
                return found;
            },
            cancellationToken);
    }

    private Lease? Take(string name, string holder, TimeSpan duration)
    {
        Lease? given = null;
        _writer.InTransaction(() =>
        {
            if (Find(name) is { } held && held.Holder != holder)
            {
                return false;
            }

            var until = (_time.GetUtcNow() + duration).ToUnixTimeMilliseconds();
            _take.BindText(1, name).BindText(2, holder).Bind(3, until).Run();
            given = new Lease(name, holder, DateTimeOffset.FromUnixTimeMilliseconds(until));
            return true;
        });
        return given;
    }

    private bool Release(string name, string holder)
    {
        _writer.InTransaction(() =>
        {
            _release.BindText(1, name).BindText(2, holder).Run();
            return true;
        });
        return true;
    }

    private Lease? Find(string name)
    {
        _find.BindText(1, name);
        var found = _find.Step() ? new Lease(name, _find.Text(0), DateTimeOffset.FromUnixTimeMilliseconds(_find.Long(1))) : null;
        _find.Reset();
        return found is not null && _time.GetUtcNow() < found.Until ? found : null;
    }
}
