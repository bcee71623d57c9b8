using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Memory.Sessions;

/// <summary>
/// The short-term memory: the last turns with each person, and the questions that wait in them. Folded from the journal, kept in process for
/// the conversations that moved last.
/// </summary>
internal sealed class ConversationBook(IJournalFeed feed) : IJournalReader
{
    private const int MostTurns = 8;
    private const int MostConversations = 1_000;
    private const int LongestWords = 400;
    private const string Operator = "operator";

    private readonly ConcurrentDictionary<string, ImmutableList<ConversationTurn>> _turns = [];
    private readonly LinkedList<string> _recent = [];
    private readonly Dictionary<string, LinkedListNode<string>> _places = [];
    private readonly Dictionary<StreamId, string> _persons = [];

    /// <summary>The last turns with whoever wrote a message, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> With(MessageContent message) => _turns.GetValueOrDefault(PersonOf(message), []);

    public void Clear()
    {
        _turns.Clear();
        _recent.Clear();
        _places.Clear();
        _persons.Clear();
    }

    public void Take(FeedCommit commit)
    {
        foreach (var happened in commit.Events)
        {
            switch (happened)
            {
                case MessageReceived { Personal: { } words } received:
                    _persons[commit.Stream] = PersonOf(words.Content);
                    Say(commit, received.Authority is Authority.Operator && words.Content.Origin is ContentOrigin.Typed ? Provenance.Operator : Provenance.External, words.Content.Text, isPending: false);
                    break;
                case QuestionAsked { Personal: { } question }:
                    Answered(commit.Stream);
                    Say(commit, Provenance.Model, question.Text, isPending: true);
                    break;
                case QuestionAnswered { Personal: { } answer }:
                    Answered(commit.Stream);
                    Say(commit, Provenance.Operator, answer.Text, isPending: false);
                    break;
                case EffectSucceeded { Personal: { } done }:
                    Say(commit, Provenance.Model, done.Sentence, isPending: false);
                    break;
                case ProposalDrafted:
                    Answered(commit.Stream);
                    break;
                case WorkItemForgotten:
                    Forget(commit.Stream);
                    break;
                case WorkItemFinished:
                    Answered(commit.Stream);
                    _persons.Remove(commit.Stream);
                    break;
                default:
                    break;
            }
        }
    }

    public Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string PersonOf(MessageContent message) => message.Sender?.Address is { Length: > 0 } address ? feed.SubjectOf(address) : Operator;

    private void Say(FeedCommit commit, Provenance speaker, string words, bool isPending)
    {
        if (!_persons.TryGetValue(commit.Stream, out var person) || !WorkItemId.TryParse(commit.Stream.Value, out var item))
        {
            return;
        }

        var turn = new ConversationTurn(item, commit.At, speaker, words.Length > LongestWords ? words[..LongestWords] : words, isPending);
        var turns = _turns.GetValueOrDefault(person, []).Add(turn);
        _turns[person] = turns.Count > MostTurns ? turns.RemoveAt(0) : turns;
        Move(person);
    }

    /// <summary>A conversation that moved is the last to go.</summary>
    private void Move(string person)
    {
        if (_places.Remove(person, out var place))
        {
            _recent.Remove(place);
        }

        _places[person] = _recent.AddLast(person);
        if (_recent.Count > MostConversations && _recent.First is { } oldest)
        {
            _recent.Remove(oldest);
            _places.Remove(oldest.Value);
            _turns.TryRemove(oldest.Value, out _);
        }
    }

    /// <summary>What was said in a work item of somebody who is forgotten, also where the work item ended before.</summary>
    private void Forget(StreamId stream)
    {
        _persons.Remove(stream);
        if (WorkItemId.TryParse(stream.Value, out var item))
        {
            foreach (var (person, turns) in _turns.ToArray())
            {
                _turns[person] = turns.RemoveAll(turn => turn.WorkItem == item);
            }
        }
    }

    /// <summary>A question is open until it is answered, until another draft takes its place, or until its work item ends.</summary>
    private void Answered(StreamId stream)
    {
        if (_persons.TryGetValue(stream, out var person) && _turns.TryGetValue(person, out var turns) && WorkItemId.TryParse(stream.Value, out var item))
        {
            _turns[person] = turns.ConvertAll(turn => turn.WorkItem == item && turn.IsPending ? turn with { IsPending = false } : turn);
        }
    }
}
