using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Contracts.Ids;

namespace AiOs.Bot.Verbs;

/// <summary>Remembers which card the command line showed last of each work item, so that nothing is approved that was not shown.</summary>
internal sealed class PrintedDigests(HostPlaces places)
{
    public Digest? Of(WorkItemId id) =>
        File.Exists(PathOf(id)) && Digest.TryParse(System.Text.Encoding.ASCII.GetString(PrivateFile.Read(PathOf(id))), out var digest) ? digest : null;

    public void Note(WorkItemId id, Digest digest) => PrivateFile.Replace(PathOf(id), System.Text.Encoding.ASCII.GetBytes(digest.Hex));

    private string PathOf(WorkItemId id) => Path.Combine(places.Printed, id.ToString());
}
