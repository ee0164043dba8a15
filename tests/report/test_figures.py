"""The numbers behind the charts, and the charts."""

from __future__ import annotations

from datetime import date

import pytest

from predlozheno.errors import UsageError
from predlozheno.records.table import to_frame
from predlozheno.report import charts, choose, matrix, rows, waiting
from predlozheno.report.comparing import compare
from predlozheno.report.figures import by_period, pairs


def _party(name: str, **fields: str) -> dict[str, object]:
    named = {"start": 0, "end": 1, "text": name, "name": name, "canonical": name, "type": "ORG"}
    return {**named, **fields}


@pytest.fixture
def asked(proposal):
    """A record of «Завком» put to the parties named."""

    def make(number: int, *whom: str, who: str = "Завком", **fields):
        targets = [_party(name, role="addressee") for name in whom]
        return proposal(id=f"{number:016x}", proposers=[_party(who)], targets=targets, **fields)

    return make


class TestPairs:
    def test_each_proposer_with_each_party_asked(self, asked):
        found = pairs([asked(1, "Бухгалтерия", "Дирекция"), asked(2, "Дирекция")])
        assert list(zip(found["who"], found["whom"], strict=True)) == [
            ("Завком", "Бухгалтерия"),
            ("Завком", "Дирекция"),
            ("Завком", "Дирекция"),
        ]

    def test_bodies_that_it_is_about_and_procedural_records_do_not_count(self, asked, proposal):
        assert pairs([proposal(), asked(1, "Дирекция", procedural=True)]).empty

    def test_the_matrix_has_the_busiest_first(self, asked):
        counts = matrix(
            [asked(1, "А"), asked(2, "Б"), asked(3, "Б"), asked(4, "Б", who="Совет")], most=3
        )
        assert counts.to_dict("list") == {"Б": [2, 1], "А": [1, 0]}
        assert list(counts.index) == ["Завком", "Совет"]
        assert matrix([asked(1, "А"), asked(2, "Б"), asked(3, "Б")], most=1).shape == (1, 1)

    def test_one_party_has_one_spelling_not_in_capitals(self, asked):
        found = pairs([asked(1, "ДИРЕКЦИЯ"), asked(2, "ДИРЕКЦИЯ"), asked(3, "Дирекция")])
        assert set(found["whom"]) == {"Дирекция"}
        assert set(pairs([asked(1, "ТОС")])["whom"]) == {"ТОС"}


class TestTime:
    def test_months_without_records_are_zero(self, proposal):
        records = [
            proposal(meeting={"date": "2025-01-15"}),
            proposal(meeting={"date": "2025-03-30/2025-04-02"}),
            proposal(meeting=None),
        ]
        counts = by_period(to_frame(records))
        assert counts["proposal"].tolist() == [1, 0, 1]
        assert [str(month) for month in counts.index] == ["2025-01", "2025-02", "2025-03"]

    def test_many_years_are_counted_by_year(self, proposal):
        records = [proposal(meeting={"date": f"{year}-05-01"}) for year in (1976, 1980)]
        counts = by_period(to_frame(records))
        assert [str(year) for year in counts.index] == ["1976", "1977", "1978", "1979", "1980"]

    def test_what_is_overdue_stands_before_what_only_waits(self, proposal):
        old = proposal(id="1" * 16, meeting={"date": "2024-01-01"}, timing=[])
        late = proposal(id="2" * 16, meeting={"date": "2025-02-03"})
        settled = proposal(id="3" * 16, meeting={"date": "2024-01-01"}, status="adopted")
        undated = proposal(id="4" * 16)
        rows = waiting(to_frame([old, late, settled, undated]), on=date(2025, 3, 11))
        assert rows["id"].tolist() == ["2" * 16, "1" * 16]
        assert rows["days_overdue"].tolist() == [10, 0]
        assert rows["days_waiting"].tolist() == [36, 435]

    def test_a_deadline_still_ahead_is_not_overdue(self, proposal):
        rows = waiting(to_frame([proposal(meeting={"date": "2025-02-03"})]), on=date(2025, 2, 4))
        assert rows["days_overdue"].tolist() == [0]


class TestChoosing:
    @pytest.mark.parametrize(
        ("asked_for", "found"),
        [
            ({}, 1),
            ({"procedural": True}, 2),
            ({"kind": "proposal"}, 1),
            ({"kind": ["request", "wish"]}, 0),
            ({"who": "КОРЕЙСК"}, 1),
            ({"whom": "министер"}, 1),
            ({"about": "отдел"}, 1),
            ({"about": "отд.л"}, 0),
            ({"document": "протокол"}, 1),
            ({"status": "adopted"}, 0),
            ({"kind": "", "status": ""}, 1),
        ],
    )
    def test_by_words(self, proposal, asked_for, found):
        table = to_frame([proposal(), proposal(procedural=True)])
        assert len(choose(table, **asked_for)) == found

    def test_an_unknown_kind_is_told(self, proposal):
        with pytest.raises(UsageError, match=r"unknown kind 'просьба'\. Known: proposal, "):
            choose(to_frame([proposal()]), kind="просьба")


class TestCharts:
    def test_kinds_are_stacked_by_status(self, proposal):
        figure = charts.kinds_chart(to_frame([proposal(), proposal(status="adopted")])).figure
        assert [(bar.name, list(bar.x)) for bar in figure.data] == [
            ("выдвинуто · proposed", [1]),
            ("принято · adopted", [1]),
        ]

    def test_the_graph_runs_from_who_to_whom(self, asked):
        sankey, legend = charts.flow_chart([asked(1, "Дирекция"), asked(2, "Дирекция")]).figure.data
        assert legend.name == "предложение · proposal"
        assert list(sankey.node.label) == ["Завком", "Дирекция"]
        assert (list(sankey.link.source), list(sankey.link.target)) == ([0], [1])
        assert list(sankey.link.value) == [2]

    def test_a_deadline_stands_beside_who_is_responsible(self, asked):
        (points,) = charts.deadlines_chart(to_frame([asked(1, "Дирекция")])).figure.data
        assert list(points.y) == ["Дирекция"]

    def test_a_chart_of_nothing_says_so(self, proposal):
        undated = to_frame([proposal(timing=(), meeting=None)])
        for chart in (charts.periods_chart(undated), charts.deadlines_chart(undated)):
            (note,) = chart.figure.layout.annotations
            assert "нет таких записей" in note.text
            assert chart.figure.layout.xaxis.visible is False
        dated = to_frame([proposal(meeting={"date": "2025-01-15"})])
        assert not charts.periods_chart(dated).figure.layout.annotations

    @pytest.mark.parametrize("records", [0, 1])
    def test_none_and_one_record_make_charts_too(self, proposal, records):
        found = [proposal()] * records
        table = to_frame(found)
        for chart in (
            charts.kinds_chart(table),
            charts.periods_chart(table),
            charts.deadlines_chart(table),
            charts.matrix_chart(found),
            charts.flow_chart(found),
        ):
            assert "plotly" in chart._repr_mimebundle_()["text/html"]

    def test_markup_in_names_stays_text(self, asked):
        hostile = "<img src=x onerror=alert(1)></script><b>"
        records = [asked(1, hostile, who=hostile, meeting={"date": "2025-01-15"})]
        table = to_frame(records)
        for chart in (
            charts.matrix_chart(records),
            charts.flow_chart(records),
            charts.deadlines_chart(table),
        ):
            html = chart._repr_mimebundle_()["text/html"]
            assert "<img" not in html
            assert "\\u003cimg" not in html


class TestRows:
    def test_for_reading(self, proposal):
        html = rows(to_frame([proposal(), proposal()]), "content purpose", most=1)._repr_html_()
        assert html.count("<tr") == 1 + 1
        assert "<td></td>" in html
        assert "text-align:left!important" in html

    def test_an_unknown_column_is_told(self, proposal):
        with pytest.raises(UsageError, match=r"no column 'цель'\. Known: id, document"):
            rows(to_frame([proposal()]), "content цель")


class TestComparing:
    def test_the_same_records_are_no_change(self, proposal):
        assert compare([proposal()], [proposal(rule="other.rule+active", confidence=0.1)]) == []

    def test_another_status_is_one(self, proposal):
        (change,) = compare([proposal()], [proposal(status="adopted")])
        assert (change.name, change.fields) == ("changed", ["status"])

    def test_contents_that_share_words_are_one_record(self, proposal):
        content = proposal().content
        shorter = content.model_copy(update={"end": content.end - 4, "text": content.text[:-4]})
        after = proposal(id="0" * 16, content=shorter)
        (change,) = compare([proposal()], [after])
        assert (change.before, change.after) == (proposal(), after)
        assert change.fields == ["content"]

    def test_what_goes_and_what_comes(self, proposal):
        assert [change.name for change in compare([proposal()], [])] == ["removed"]
        assert [change.name for change in compare([], [proposal()])] == ["added"]
