//! The form to ask, and what comes after it.

use crate::Board;
use crate::form::{Field, NAME_MOST, Slip, TEXT_LEAST, TEXT_MOST, Typed};
use crate::shell::{ASK, LIST, Shell};
use pages::escaped;

impl Board {
    /// The form, with what was typed already and what to mend in it.
    pub fn ask(&self, typed: &Typed, slips: &[Slip]) -> String {
        let (l, typed) = (self.labels, &typed.cleaned());
        let mut main = self.summary(slips);
        main += &format!("<form method=\"post\" action=\"{ASK}\" class=\"ask\">\n");
        main += &self.signs(typed, slips);
        main += &format!(
            "<p class=\"set care\">{}</p>\n<p class=\"soft\">{}</p>\n",
            escaped(l.public),
            escaped(l.required)
        );
        main += &self.topic_field(typed, slips);
        let name = format!(
            "<input type=\"text\" {} maxlength=\"{NAME_MOST}\" autocomplete=\"nickname\" value=\"{}\">",
            self.attributes("name", Field::Name, slips),
            escaped(&typed.name)
        );
        main += &self.field("name", l.name, l.name_hint, &name, Field::Name, slips);
        // An address is put into no page, not even back into the form.
        let email = format!(
            "<input type=\"email\" {} maxlength=\"254\" autocomplete=\"email\" value=\"\">",
            self.attributes("email", Field::Email, slips)
        );
        let hint = match (slips.is_empty(), self.has_mail) {
            (false, _) => l.email_again,
            (true, true) => l.email_hint,
            (true, false) => l.email_no_mail,
        };
        main += &self.field("email", l.email, hint, &email, Field::Email, slips);
        // A line after the tag is not part of what is typed.
        let text = format!(
            "<textarea {} rows=\"8\" maxlength=\"{TEXT_MOST}\">\n{}</textarea>",
            self.attributes("text", Field::Text, slips),
            escaped(&typed.text)
        );
        main += &self.field("text", l.text, &(l.text_hint)(TEXT_LEAST, TEXT_MOST), &text, Field::Text, slips);
        // People do not see it, unless it was filled in once: then they must be able to mend it.
        let seen = if slips.contains(&Slip::Robot) { "field" } else { "field nobody" };
        main += &format!(
            "<div class=\"{seen}\"><label for=\"website\">{}</label><div class=\"typed\"><input type=\"text\" id=\"website\" \
             name=\"website\" tabindex=\"-1\" autocomplete=\"off\" value=\"\"></div></div>\n",
            escaped(l.leave_empty)
        );
        main += &format!(
            "<input type=\"hidden\" name=\"form\" value=\"{}\">\n<div class=\"buttons\"><button class=\"btn main\">{}</button></div>\n</form>\n",
            escaped(&typed.form),
            escaped(l.send)
        );
        self.shell(&Shell { title: l.ask, lead: l.ask_lead, here: ASK, found: true, main })
    }

    /// What to mend, first, each a link to its field.
    fn summary(&self, slips: &[Slip]) -> String {
        if slips.is_empty() {
            return String::new();
        }
        let one = |slip: &Slip| {
            let said = escaped(&slip.said(self));
            match id(slip.field()) {
                "" => format!("<li>{said}</li>"),
                id => format!("<li><a href=\"#{id}\">{said}</a></li>"),
            }
        };
        let list: String = slips.iter().map(one).collect();
        format!(
            "<div class=\"set alert\" role=\"alert\"><p><strong>{}</strong></p><ul>{list}</ul></div>\n",
            escaped(self.labels.not_sent)
        )
    }

    /// The signs that need help first, and that there is none of them.
    fn signs(&self, typed: &Typed, slips: &[Slip]) -> String {
        let l = self.labels;
        let signs: String = self.signs.iter().map(|sign| format!("<li>{}</li>", escaped(sign))).collect();
        let ticked = if typed.no_sign { " checked" } else { "" };
        format!(
            "<section class=\"set alert\" aria-labelledby=\"first\"><h2 id=\"first\">{}</h2>\n<ul>{signs}</ul>\n\
             <p><strong>{}</strong> {} <a href=\"/learn/safety.html\">{}</a></p></section>\n\
             <div class=\"tick\"><label><input type=\"checkbox\" {} value=\"yes\"{ticked}> {}{}</label></div>\n",
            escaped(l.first),
            escaped(l.signs),
            escaped(l.get_help),
            escaped(l.what_help),
            self.attributes("no_sign", Field::NoSign, slips),
            escaped(l.no_sign),
            self.star(),
        )
    }

    fn topic_field(&self, typed: &Typed, slips: &[Slip]) -> String {
        let l = self.labels;
        let option = |id: &str, title: &str| {
            let chosen = if id == typed.topic { " selected" } else { "" };
            format!("<option value=\"{}\"{chosen}>{}</option>", escaped(id), escaped(title))
        };
        let options: String = self.topics.iter().map(|topic| option(&topic.id, &topic.title)).collect();
        let select = format!(
            "<select {}>{}{options}</select>",
            self.attributes("topic", Field::Topic, slips),
            option("", l.choose)
        );
        self.field("topic", l.topic, "", &select, Field::Topic, slips)
    }

    /// A label, a hint, what to mend, and the control.
    fn field(&self, id: &str, label: &str, hint: &str, control: &str, field: Field, slips: &[Slip]) -> String {
        let hint = match hint {
            "" => String::new(),
            hint => format!("<p class=\"hint\" id=\"{id}-hint\">{}</p>", escaped(hint)),
        };
        let wrong = slips.iter().find(|slip| slip.field() == field);
        let wrong = wrong.map_or_else(String::new, |slip| {
            format!("<p class=\"wrong\" id=\"{id}-wrong\">{}</p>", escaped(&slip.said(self)))
        });
        format!(
            "<div class=\"field\"><label for=\"{id}\">{}{}</label>{hint}{wrong}<div class=\"typed\">{control}</div></div>\n",
            escaped(label),
            self.star()
        )
    }

    /// What every control has: its name, that it is needed, and what describes it.
    fn attributes(&self, id: &str, field: Field, slips: &[Slip]) -> String {
        let wrong = slips.iter().any(|slip| slip.field() == field);
        let mut by: Vec<String> = Vec::new();
        if !matches!(field, Field::NoSign | Field::Topic) {
            by.push(format!("{id}-hint"));
        }
        if wrong && field != Field::NoSign {
            by.push(format!("{id}-wrong"));
        }
        let by = if by.is_empty() { String::new() } else { format!(" aria-describedby=\"{}\"", by.join(" ")) };
        let invalid = if wrong { " aria-invalid=\"true\"" } else { "" };
        format!("id=\"{id}\" name=\"{id}\" required{by}{invalid}")
    }

    fn star(&self) -> String {
        format!(" <abbr class=\"star\" title=\"{}\">*</abbr>", escaped(self.labels.star))
    }

    /// After a question was taken.
    pub fn thanks(&self) -> String {
        let l = self.labels;
        let next = if self.has_mail { l.thanks_next } else { l.thanks_no_mail };
        let main = format!(
            "<p class=\"text\">{}</p>\n<div class=\"buttons\">{}</div>\n",
            escaped(next),
            Board::button(LIST, l.back, "main")
        );
        self.shell(&Shell { title: l.thanks, lead: l.thanks_lead, here: "", found: false, main })
    }
}

fn id(field: Field) -> &'static str {
    match field {
        Field::NoSign => "no_sign",
        Field::Topic => "topic",
        Field::Name => "name",
        Field::Email => "email",
        Field::Text => "text",
        Field::Website => "website",
        Field::Form => "",
    }
}
