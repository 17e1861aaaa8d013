"""The shots of the film, place by place; `backstage.cut` puts them in order."""
